"""What an officer reads in an Arabic page stands in the order in which it was written: measured glyph by glyph."""

import json
import re
import shutil
import subprocess

from tests.browser.desk import ROOT, desk

CASE = "bejaia-2008-08-06"
CONSOLE = ROOT / "console"
ORDER = """
const order = element => {
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
  if (new Set(glyphs.map((glyph) => Math.round(glyph.y))).size !== 1) return null
  const written = glyphs.map((glyph) => glyph.sign).join('')
  const seen = [...glyphs].sort((a, b) => a.x - b.x).map((glyph) => glyph.sign).join('')
  return [written, seen]
}
"""
ISLANDS = f"""() => {{ {ORDER}
  return [...document.querySelectorAll('aside [dir=ltr], header [dir=ltr]')].map(order).filter(Boolean)
}}"""
SET = f"""values => {{ {ORDER}
  const place = document.createElement('section')
  place.dir = 'rtl'
  place.lang = 'ar'
  place.style.whiteSpace = 'nowrap'
  document.querySelector('main').prepend(place)
  const found = []
  for (const [name, text] of values) for (const kind of ['value', 'placeable', 'raw']) {{
    const line = document.createElement('p')
    const island = document.createElement(kind === 'value' ? 'bdi' : 'span')
    if (kind === 'value') {{ island.dir = 'ltr'; island.className = 'value' }}
    island.textContent = kind === 'placeable' ? '\u2068' + text + '\u2069' : text
    line.append('الموقع ', island, ' في البحر')
    place.append(line)
    found.push([name, kind, ...order(island)])
  }}
  return found
}}"""

MADE = {
    "timeGroup": "timeGroup(Date.UTC(2026, 10, 22, 15, 3))",
    "isoInstant": "isoInstant(Date.UTC(2026, 10, 22, 15, 3))",
    "isoDay": "isoDay(Date.UTC(2026, 10, 22))",
    "clockUtc": "clockUtc(Date.UTC(2026, 10, 22, 15, 3, 27))",
    "clockLocal": "clockLocal(Date.UTC(2026, 10, 22, 15, 3))",
    "elapsed": "elapsed(3 * 86400000 + 15000000)",
    "age": "age(200000)",
    "duration": "duration(1234 * 86400)",
    "position": "position({ lat: 36.8, lon: -3.0333 })",
    "course": "course(45)",
    "speed": "speed(6.4)",
    "area": "area(27612.4)",
    "distance": "distance(11734)",
    "bytes": "bytes(22270)",
    "mmsi": "mmsi(605123456)",
    "amount": "amount(-125000050n, 'DZD')",
    "shortId": "shortId('bejaia-2008-08-06')",
    "grouped": "grouped(1234567.5)",
    "shortHash": "shortHash('sha256:ae2bf5d2c1a05c56ae2bf5d2c1a05c56')",
}
"""A value of every formatter that `console/src/formats.ts` exports."""
MORE = {
    "position in seconds": "position({ lat: 36.8, lon: -3.0333 }, 'dms')",
    "position in decimals": "position({ lat: -36.8, lon: -3.0333 }, 'decimal')",
    "elapsed, to come": "elapsed(-300000)",
}
PARTNERS_TEXT = {"harmless", "brief", "tied"}
"""Text of any language: `Foreign` shows it, and not as a value."""


def exported() -> set[str]:
    source = (CONSOLE / "src" / "formats.ts").read_text("utf-8")
    return set(re.findall(r"^export function (\w+)\([^{]*\): string \{", source, re.M)) - PARTNERS_TEXT


def values(tmp_path) -> list[tuple[str, str]]:
    """Return what the formatters make, by the console's own module without its types."""
    rows = ", ".join(f"[{json.dumps(name)}, {made}]" for name, made in (MADE | MORE).items())
    script = f"""
      const ts = (await import({json.dumps(str(CONSOLE / "node_modules/typescript/lib/typescript.js"))})).default
      const fs = await import('node:fs')
      const text = fs.readFileSync({json.dumps(str(CONSOLE / "src/formats.ts"))}, 'utf8')
      const plain = ts.transpileModule(text, {{ compilerOptions: {{ target: 'ES2022', module: 'ESNext' }} }}).outputText
      fs.writeFileSync({json.dumps(str(tmp_path / "formats.mjs"))}, plain)
      const formats = await import({json.dumps(str(tmp_path / "formats.mjs"))})
      const {{ {", ".join(sorted(MADE))} }} = formats
      console.log(JSON.stringify([{rows}]))
    """
    node = shutil.which("node") or str(ROOT / ".venv" / "node" / "node")
    done = subprocess.run(
        [node, "--input-type=module", "-e", script], capture_output=True, text=True, check=True, timeout=60
    )
    made: list[tuple[str, str]] = json.loads(done.stdout)
    return made


def test_the_table_holds_every_formatter_and_at_least_twelve():
    assert set(MADE) == exported()
    assert len(MADE) >= 12


def test_every_formatter_stands_in_its_order_in_an_arabic_page(browser, told, tmp_path):
    with desk(browser, told["DZ"], "ar") as officer:
        officer.go("node")
        found = officer.page.evaluate(SET, values(tmp_path))
        turned = {name for name, kind, written, seen in found if kind == "raw" and written != seen}
        assert {"position", "timeGroup"} & turned, "the page does not turn bare values, so it proves nothing"
        assert [each for each in found if each[1] != "raw" and each[2] != each[3]] == []
        officer.screen("formatters")


def test_positions_times_and_numbers_stand_in_their_order_in_an_arabic_page(browser, told):
    with desk(browser, told["DZ"], "ar") as officer:
        officer.go(f"incidents/{CASE}")
        officer.page.get_by_text("38°16.8", exact=False).first.wait_for()
        islands = officer.page.evaluate(ISLANDS)
        assert any("N" in written and "°" in written for written, _ in islands)
        assert any("Z" in written for written, _ in islands)
        assert [pair for pair in islands if pair[0] != pair[1]] == []
