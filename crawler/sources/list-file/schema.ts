/** A list in JSON: texts, or objects that name a server in one of the usual members. */
import { z } from 'zod';
import { list, text } from '../read-leniently.ts';

const Address = text(2000);

export const JsonMember = z.union([
  z
    .string()
    .max(2000)
    .transform((address) => ({ name: undefined, description: undefined, addresses: [address] })),
  z
    .object({
      name: text(200),
      title: text(200),
      description: text(1000),
      repository: z
        .union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)])
        .optional()
        .catch(undefined),
      repo: Address,
      github: Address,
      url: Address,
      package: Address,
      npm: text(250).transform((name) => (name === undefined ? undefined : `npm:${name.replace(/^npm:/, '')}`)),
      pypi: text(250).transform((name) => (name === undefined ? undefined : `pypi:${name.replace(/^pypi:/, '')}`)),
      purl: Address,
    })
    .partial()
    .transform(({ name, title, description, purl, npm, pypi, package: listed, repository, repo, github, url }) => ({
      name: title ?? name,
      description,
      addresses: [purl, npm, pypi, listed, repository, repo, github, url].filter((each) => each !== undefined),
    })),
]);
export type JsonMember = z.infer<typeof JsonMember>;

/** An array, or an object with one in it. */
export const JsonList = z.union([
  list(JsonMember, 100_000).refine((members) => members.length > 0),
  z
    .record(z.string(), z.unknown())
    .transform((members) => list(JsonMember, 100_000).parse(Object.values(members).find(Array.isArray))),
]);
