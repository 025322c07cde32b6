import { expect, test } from "vitest";

import { byNumber, whole } from "../src/api/parts.ts";

const ROWS = Array.from({ length: 7 }, (_, place) => ({ key: `action/a-${place}` }));

test("a long list is asked for part by part until a part is not full", async () => {
  const asked: (string | undefined)[] = [];
  const part = async ({ after, limit }: { after?: string; limit: number }) => {
    asked.push(after);
    return ROWS.filter((row) => after === undefined || row.key > after).slice(0, limit);
  };
  expect(await whole(part, 3)).toEqual(ROWS);
  expect(asked).toEqual([undefined, "action/a-2", "action/a-5"]);
});

test("a list that ends with a full part is asked once more and gives nothing twice", async () => {
  const part = async ({ after, limit }: { after?: string; limit: number }) => ROWS.slice(0, 6).filter((row) => after === undefined || row.key > after).slice(0, limit);
  expect(await whole(part, 3)).toEqual(ROWS.slice(0, 6));
});

test("what is only drawn ends with the part that is enough, and a list with numbers goes on after a number", async () => {
  const part = async ({ after, limit }: { after?: string; limit: number }) => ROWS.filter((row) => after === undefined || row.key > after).slice(0, limit);
  expect(await whole(part, 2, 3)).toEqual(ROWS.slice(0, 4));
  expect([byNumber({ limit: 5 }), byNumber({ limit: 5, after: "12" })]).toEqual([{ limit: 5 }, { limit: 5, after: 12 }]);
});
