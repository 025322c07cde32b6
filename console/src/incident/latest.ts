/** One question at a time, and always the newest: what is asked while an answer is on its way takes the place of what waits. */

export class Latest<Question, Answer> {
  #waiting: { question: Question } | null = null;
  #running = false;

  /**
   * `ask` puts a question, `take` is given the answer with its question; `fail` what went wrong. An answer to a question
   * that has been asked anew meanwhile is taken too: it is nearer to what the officer sees than the one before it.
   */
  constructor(
    private readonly ask: (question: Question) => Promise<Answer>,
    private readonly take: (answer: Answer, question: Question) => void,
    private readonly fail: (fault: unknown) => void,
  ) {}

  /** Put a question; return at once. */
  put(question: Question): void {
    this.#waiting = { question };
    if (!this.#running) void this.#run();
  }

  /** Forget what waits, and the answer that is on its way. */
  drop(): void {
    this.#waiting = null;
    this.#turn += 1;
  }

  #turn = 0;

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting) {
      const { question } = this.#waiting;
      const turn = this.#turn;
      this.#waiting = null;
      try {
        const answer = await this.ask(question);
        if (turn === this.#turn) this.take(answer, question);
      } catch (fault) {
        if (turn === this.#turn) this.fail(fault);
      }
    }
    this.#running = false;
  }
}
