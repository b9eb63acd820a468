import { type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { argument, readArguments } from '../arguments.ts';
import { evaluateText } from '../evaluate.ts';
import type { CalledName, Effect } from './classify-call.ts';

const methods = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);
// What a response holds is of the same package and has a `get` as well.
const clientClass = /Client\b(?!\.|\()|Session\b(?!\.|\()|(^|\.)session$/;
/** Sessions and clients of other things than HTTP. */
const otherClass =
  /^(sqlalchemy|sqlmodel|boto3|aioboto3|aiobotocore|botocore|neo4j|snowflake|cassandra|redis|docker|pymongo|motor|mcp|fastmcp)\b/;
// A session of a database and a client of a queue have a `get` as well: these names count only with an address.
const clientName = /(client|session|http|requests|api)\w*$/i;

/** `client.delete("/x")`, `requests.post(url)`, `client.request("DELETE", …)`, `urlopen(…)`. */
export function readHttpCall(called: CalledName): Effect | undefined {
  const { path, word } = called;
  if (/^urllib\.request\.(urlopen|urlretrieve)$/.test(path)) return { kind: 'http', verb: 'GET' };
  const args = readArguments(called.call);
  if (word === 'request' || word === 'stream') {
    const written = argument(args, 0, 'method');
    const method = isClient(called) ? readMethod(called, written) : undefined;
    return method && { kind: 'http', ...method };
  }
  if (!methods.has(word)) return undefined;
  const known =
    /^(httpx|requests|niquests)\./.test(path) ||
    (called.receiverClass !== undefined && isClientClass(called.receiverClass));
  const address = argument(args, 0, 'url', 'path', 'endpoint');
  if (known || (address !== undefined && isClient(called) && looksLikeAddress(called, address))) {
    return { kind: 'http', verb: word.toUpperCase() };
  }
  return undefined;
}

/** The caller's text counts before the parameter's default. */
function readMethod(called: CalledName, node: SyntaxNode | undefined): Pick<Effect, 'verb' | 'givenIn'> | undefined {
  const name = node && /^(\w+)(\.(upper|lower)\(\))?$/.exec(textOf(node))?.[1];
  const given = name === undefined ? undefined : called.given.get(name);
  const verb = given ?? evaluateText(called.project, node, called.scope)?.text;
  if (verb === undefined || !methods.has(verb.toLowerCase())) return undefined;
  return { verb: verb.toUpperCase(), ...(given === undefined || name === undefined ? {} : { givenIn: name }) };
}

function isClient({ receiver, receiverClass, path }: CalledName): boolean {
  if (/^(httpx|requests|niquests|aiohttp)\./.test(path)) return true;
  if (receiverClass !== undefined) return isClientClass(receiverClass);
  return receiver !== undefined && clientName.test(textOf(receiver).slice(-60));
}

function isClientClass(path: string): boolean {
  return clientClass.test(path) && !otherClass.test(path);
}

function looksLikeAddress({ project, scope }: CalledName, node: NonNullable<ReturnType<typeof argument>>): boolean {
  const text = evaluateText(project, node, scope)?.text;
  if (text !== undefined) return text.includes('/');
  return /(url|uri|endpoint|path|route)/i.test(textOf(node).slice(0, 200));
}
