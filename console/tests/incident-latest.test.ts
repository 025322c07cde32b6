/** Questions while a hand moves: one at a time, the newest next, none in between. */
import { expect, test } from "vitest";

import { Latest } from "../src/incident/latest.ts";

const turn = (): Promise<void> => new Promise((done) => setTimeout(done));

function slow(): { asked: number[]; answer: (fault?: Error) => Promise<void>; taken: [string, number][]; faults: unknown[]; latest: Latest<number, string> } {
  const [asked, taken, faults] = [[] as number[], [] as [string, number][], [] as unknown[]];
  let settle: ((fault?: Error) => void) | null = null;
  const latest = new Latest<number, string>(
    (question) => {
      asked.push(question);
      return new Promise((resolve, reject) => (settle = (fault) => (fault ? reject(fault) : resolve(`of ${question}`))));
    },
    (answer, question) => taken.push([answer, question]),
    (fault) => faults.push(fault),
  );
  const answer = async (fault?: Error): Promise<void> => {
    settle?.(fault);
    await turn();
  };
  return { asked, answer, taken, faults, latest };
}

test("many questions while one is on its way are one more question: the last", async () => {
  const { asked, answer, taken, latest } = slow();
  [1, 2, 3, 4].forEach((each) => latest.put(each));
  expect(asked).toEqual([1]);
  await answer();
  expect([asked, taken]).toEqual([[1, 4], [["of 1", 1]]]);
  await answer();
  expect(taken.at(-1)).toEqual(["of 4", 4]);
  latest.put(5);
  expect(asked).toEqual([1, 4, 5]);
});

test("a question that fails is told, and the next is asked", async () => {
  const { asked, answer, taken, faults, latest } = slow();
  latest.put(1);
  latest.put(2);
  await answer(new Error("no"));
  await answer();
  expect([asked, faults.length, taken]).toEqual([[1, 2], 1, [["of 2", 2]]]);
});

test("what was dropped is answered to nobody", async () => {
  const { asked, answer, taken, latest } = slow();
  latest.put(1);
  latest.put(2);
  latest.drop();
  await answer();
  expect([asked, taken]).toEqual([[1], []]);
  latest.put(3);
  await answer();
  expect(taken).toEqual([["of 3", 3]]);
});
