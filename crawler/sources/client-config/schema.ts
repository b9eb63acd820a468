/** A configured server in any client's words, as far as they are used. Values of variables and headers are dropped as they are read. */
import { z } from 'zod';

const most = 200;

/** The names of a map's members, or of a list's texts; what they stand for is not taken over. */
const names = z.unknown().transform((value): string[] => {
  const found = Array.isArray(value)
    ? value.filter((member) => typeof member === 'string')
    : Object.keys(typeof value === 'object' && value !== null ? value : {});
  return found.filter((name) => name !== '' && name.length <= 200).slice(0, most);
});

const word = z.string().max(4000).optional().catch(undefined);
const words = z.array(z.unknown()).catch([]).default([]);

/** Zed's older form keeps the command in an object, OpenCode's in a list with its arguments. */
const Command = z
  .union([
    z.string().transform((path) => ({ path, args: undefined, env: undefined })),
    z.array(z.unknown()).transform(([path, ...args]) => ({ path, args, env: undefined })),
    z.object({ path: z.unknown(), args: z.array(z.unknown()).optional(), env: z.unknown().optional() }),
  ])
  .optional()
  .catch(undefined);

export const ConfiguredServer = z
  .object({
    type: word,
    transport: word,
    command: Command,
    cmd: word,
    args: words,
    env: names,
    environment: names,
    envs: names,
    env_keys: names,
    env_vars: names,
    url: word,
    serverUrl: word,
    httpUrl: word,
    uri: word,
    headers: names,
    http_headers: names,
    env_http_headers: names,
    bearer_token_env_var: word,
  })
  .partial()
  .transform((raw) => ({
    type: raw.type ?? raw.transport,
    command: asText(raw.command?.path) ?? raw.cmd,
    args: (raw.command?.args ?? raw.args ?? []).slice(0, most).map((member) => asText(member) ?? ''),
    environment: [
      ...new Set(
        [raw.env, raw.environment, raw.envs, raw.env_keys, raw.env_vars, nameKeys(raw.command?.env)].flatMap(
          (each) => each ?? [],
        ),
      ),
    ],
    url: raw.url ?? raw.serverUrl ?? raw.httpUrl ?? raw.uri,
    headers: [
      ...new Set([
        ...[raw.headers, raw.http_headers, raw.env_http_headers].flatMap((each) => each ?? []),
        ...(raw.bearer_token_env_var === undefined ? [] : ['Authorization']),
      ]),
    ],
  }));
export type ConfiguredServer = z.infer<typeof ConfiguredServer>;

function nameKeys(value: unknown): string[] {
  return names.parse(value);
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= 4000 ? value : undefined;
}
