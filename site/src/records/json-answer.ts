/** A JSON file of the site. */
export function jsonAnswer(value: unknown): Response {
  return textAnswer(`${JSON.stringify(value)}\n`);
}

/** The same for text that is JSON already. */
export function textAnswer(json: string): Response {
  return new Response(json, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}
