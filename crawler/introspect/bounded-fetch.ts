/** `fetch` for endpoints: ends with the run, stops reading at a bound, and notes how it was answered. */
import type { FetchLike } from '@modelcontextprotocol/client';

/** Of one answer, in bytes. */
const maxBytes = 64_000_000;

/** `seen.status` becomes the status of the most recent answer. */
export function boundedFetch(signal: AbortSignal, seen: { status: number | undefined }): FetchLike {
  return async (url, init) => {
    const signals = [signal, init?.signal].filter((each) => each instanceof AbortSignal);
    const response = await fetch(url, { ...init, signal: AbortSignal.any(signals) });
    seen.status = response.status;
    if (response.body === null) return response;
    const body = response.body.pipeThrough(countBytes());
    return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers });
  };
}

function countBytes(): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) controller.error(new Error('the answer is too long'));
      else controller.enqueue(chunk);
    },
  });
}
