import { readApiVerb } from '../../api-verb.ts';
import { type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { readArguments } from '../arguments.ts';
import type { CalledName, Effect } from './classify-call.ts';
import { originOf } from './origin.ts';

/** Packages whose methods say in their first word what they do. */
const plain =
  /^(boto3|botocore|aioboto3|aiobotocore|azure|google\.cloud|firebase_admin|kubernetes|kubernetes_asyncio|github|ghapi|gitlab|jira|atlassian|notion_client|pydo|cloudflare|hcloud|linode_api4|openstack|pymongo|motor|elasticsearch|opensearchpy|chromadb|qdrant_client|pinecone|pymilvus|minio|supabase|stripe|asana|trello|todoist_api_python|sendgrid|twilio|telegram|telethon|smtplib|aiosmtplib|googleapiclient|praw|tweepy|shopify|zenpy|datadog_api_client|pagerduty)\b/;
/** What belongs to a client without being a call to its service. */
const beside = /\.(exceptions|errors|types|models|config|meta)\b|\bcredential/i;

/** Methods that texts, lists and dictionaries have as well; those of a client have arguments by name. */
const ofCollections = /^(add|update|remove|insert|replace|merge|set|save)$/;

/** Where the words of a package are its own: the end of the path, and what it stands for. */
const special: readonly (readonly [RegExp, string])[] = [
  [/^(pymongo|motor)\b.*\.(find_one_and_delete)$/, 'delete'],
  [/^(pymongo|motor)\b.*\.(find_one_and_(update|replace)|bulk_write)$/, 'update'],
  [/^(redis|aioredis|valkey)\b.*\.(delete|unlink|hdel|flushdb|flushall|zrem|srem|lrem|xdel|getdel|xtrim)$/, 'delete'],
  [
    /^(redis|aioredis|valkey)\b.*\.(set|setex|mset|hset|hmset|lpush|rpush|sadd|zadd|xadd|expire|rename|incr|decr)$/,
    'update',
  ],
  [/^(redis|aioredis|valkey)\b.*\.publish$/, 'send'],
  [
    /^(docker|aiodocker|podman)\b.*\.(remove|prune|remove_container|remove_image|remove_volume|remove_network)$/,
    'delete',
  ],
  [/^(docker|aiodocker|podman)\b.*\.(run|exec_run|exec_start|start|restart|unpause)$/, 'run'],
  [/^(docker|aiodocker|podman)\b.*\.(stop|kill|pause)$/, 'stop'],
  [/^(docker|aiodocker|podman)\b.*\.(create|pull|build|create_container|load|import_image)$/, 'create'],
  [
    /^(slack_sdk|slack_bolt|slack)\b.*\.(chat_postMessage|chat_postEphemeral|chat_scheduleMessage|chat_meMessage|files_upload(_v2)?)$/,
    'send',
  ],
  [
    /^(slack_sdk|slack_bolt|slack)\b.*\.(chat_delete|chat_deleteScheduledMessage|files_delete|reactions_remove|conversations_kick)$/,
    'delete',
  ],
  [/^(slack_sdk|slack_bolt|slack)\b.*\.(chat_update|conversations_(archive|rename|setTopic|setPurpose))$/, 'update'],
  [/^(slack_sdk|slack_bolt|slack)\b.*\.(conversations_(create|invite)|reactions_add|pins_add)$/, 'create'],
  [/^twilio\b.*\.(messages|calls)\.create$/, 'send'],
  [/^(smtplib|aiosmtplib)\b.*\.sendmail$/, 'send'],
  [/^sqlalchemy\b.*\.delete$|^sqlmodel\b.*\.delete$/, 'delete'],
  [/^sqlalchemy\b.*\.(add|add_all|merge)$|^sqlmodel\b.*\.(add|add_all|merge)$/, 'create'],
];

/** A call of a service's own client that changes something there. */
export function readApiCall(called: CalledName): Effect | undefined {
  const { project, scope, receiver, word } = called;
  if (receiver === undefined || readArguments(called.call).named.has('DryRun')) return undefined;
  const origin = /^[\w.]+$/.test(called.path) && called.isExternal ? undefined : originOf(project, receiver, scope);
  const path = origin === undefined ? (called.isExternal ? called.path : undefined) : `${origin}.${word}`;
  return (path === undefined ? undefined : readPath(path, called)) ?? readDiscovered(receiver, word);
}

function readPath(path: string, { word, call }: CalledName): Effect | undefined {
  if (/^(paramiko|asyncssh|fabric)\b.*\.(exec_command|run)$/.test(path)) return { kind: 'process', verb: 'remote' };
  if (/^paramiko\b.*\.(remove|rmdir|unlink)$/.test(path))
    return { kind: 'file', verb: word === 'rmdir' ? 'rmdir' : 'unlink' };
  if (/^psutil\b.*\.(kill|terminate)$/.test(path)) return { kind: 'process', verb: 'kill' };
  const own = special.find(([pattern]) => pattern.test(path))?.[1];
  if (own !== undefined) return { kind: 'api', verb: own };
  const args = readArguments(call);
  if (word === 'copy' || (ofCollections.test(word) && args.positional.length === args.count)) return undefined;
  const verb = plain.test(path) && !beside.test(path) ? readApiVerb(word) : undefined;
  return verb === undefined ? undefined : { kind: 'api', verb };
}

/** `service.files().delete(…)`: Google's clients have methods that are made when they start, and are often handed in. */
function readDiscovered(receiver: SyntaxNode, word: string): Effect | undefined {
  const text = textOf(receiver).slice(0, 300);
  const verb = /^(self\.)?\w*service\.\w/i.test(text) && text.endsWith(')') ? readApiVerb(word) : undefined;
  return verb === undefined ? undefined : { kind: 'api', verb };
}
