// SPDX-License-Identifier: MPL-2.0
// A server that is busy, or gone, is silent too: silence counts only where another client is answered behind it.

interface Answered {
  answer: unknown;
}

/** Fails unless `blocked` stays without an answer and `control`, sent afterwards, gets one. */
export async function expectSilence<T extends Answered>(blocked: Promise<T>, control: () => Promise<Answered>): Promise<T> {
  const exchange = await blocked;
  if (exchange.answer !== null) throw new Error(`Silence was expected, but the server answered: ${JSON.stringify(exchange.answer)}`);
  if ((await control()).answer === null) {
    throw new Error("The client was not answered as expected, but neither was the one that is not blocked: the server answers nobody.");
  }
  return exchange;
}
