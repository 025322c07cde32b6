"""What an officer reads in an Arabic page stands in the order in which it was written: measured glyph by glyph."""

from tests.browser.desk import desk

CASE = "bejaia-2008-08-06"
ISLANDS = """() => [...document.querySelectorAll('aside [dir=ltr], header [dir=ltr]')].flatMap((element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const glyphs = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let i = 0; i < node.data.length; i += 1) {
      if (!node.data[i].trim() || /[\\u200e\\u2066-\\u2069]/.test(node.data[i])) continue
      const range = document.createRange()
      range.setStart(node, i)
      range.setEnd(node, i + 1)
      const [box] = range.getClientRects()
      if (box?.width) glyphs.push({ sign: node.data[i], x: box.x, y: box.y })
    }
  }
  const oneLine = new Set(glyphs.map((glyph) => Math.round(glyph.y))).size === 1
  if (!oneLine) return []
  const written = glyphs.map((glyph) => glyph.sign).join('')
  const seen = [...glyphs].sort((a, b) => a.x - b.x).map((glyph) => glyph.sign).join('')
  return [[written, seen]]
})"""


def test_positions_times_and_numbers_stand_in_their_order_in_an_arabic_page(browser, told):
    with desk(browser, told["DZ"], "ar") as officer:
        officer.go(f"incidents/{CASE}")
        officer.page.get_by_text("38°16.8", exact=False).first.wait_for()
        islands = officer.page.evaluate(ISLANDS)
        assert any("N" in written and "°" in written for written, _ in islands)
        assert any("Z" in written for written, _ in islands)
        assert [pair for pair in islands if pair[0] != pair[1]] == []
