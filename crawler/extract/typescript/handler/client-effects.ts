/**
 * What a method of a service's own client does. Clients are known by the package that they come from
 * (`@octokit/rest.Octokit().issues.create`), or, where a bundler has put the package into the server, by words that mean one alone.
 */

import { readApiVerb } from '../../api-verb.ts';
import type { Effect } from '../../handler-evidence.ts';

/** Packages whose methods say in their first word what they do. */
const plain =
  /^(@octokit\/|octokit\b|@slack\/web-api|stripe\b|@notionhq\/client|@linear\/sdk|@kubernetes\/client-node|@google-cloud\/|googleapis\b|@googleapis\/|firebase-admin|@azure\/(arm|storage|cosmos|keyvault|service-bus|data)|azure-devops-node-api|@supabase\/supabase-js|mongodb\b|mongoose\b|@elastic\/elasticsearch|@opensearch-project\/opensearch|@pinecone-database\/pinecone|@qdrant\/js-client-rest|chromadb\b|@zilliz\/milvus2-sdk-node|weaviate-|@gitbeaker\/|jira\.js|confluence\.js|@hubspot\/api-client|@sendgrid\/|resend\b|twilio\b|discord\.js|telegraf\b|node-telegram-bot-api|dockerode\b|minio\b|@doist\/todoist-api-typescript|asana\b|airtable\b|contentful-management|@sanity\/client|@shopify\/|cloudflare\b|xero-node|intercom-client|@mailchimp\/|@vercel\/sdk|@getzep\/|@line\/bot-sdk|@pagerduty\/|algoliasearch|meilisearch|typesense|@trigger\.dev\/sdk|square\b|braintree\b|plaid\b|@paypal\/|node-jira-client|trello|@mondaydotcomorg\/api|@upstash\/(vector|qstash)|@neondatabase\/api-client|imapflow|node-appwrite|@prisma\/client|@xata\.io\/client)/;
/** What belongs to a client without being a call to its service. */
const beside =
  /\.(errors?|types|models|config|headers|interceptors|query|searchParams|logger|log|cache|on|off|once|emit|utils)\b|Headers\(\)|ObjectId\(\)|\.set(Token|Access|Auth|Credential|Config|Header|Option|Api|Base|Default|Log|Timeout|Endpoint|Project|Region|Locale|App)\w*$|\.create\w*(Client|Connection|Session|Pool|Agent)$/i;

/** Where the words of a package are its own: the end of the path, and what it stands for. */
const special: readonly (readonly [RegExp, Effect])[] = [
  [
    /^@slack\/web-api\b.*\.(postMessage|postEphemeral|scheduleMessage|meMessage|filesUpload(V2)?|uploadV2)$/,
    api('send'),
  ],
  [/^@slack\/web-api\b.*\.(archive|kick|leave)$/, api('update')],
  [/^twilio\b.*\.(messages|calls)\.create$/, api('send')],
  [
    /^(nodemailer|@sendgrid\/mail|resend|postmark|mailgun\.js)\b.*\.(sendMail|send|sendEmail|create|sendMultiple)$/,
    api('send'),
  ],
  [/^stripe\b.*\.(del|voidInvoice)$/, api('delete')],
  [/^stripe\b.*\.(pay|capture|confirm|finalizeInvoice|sendInvoice)$/, api('run')],
  [
    /^(redis|ioredis|@upstash\/redis|@redis\/client|valkey|iovalkey)\b.*\.(del|unlink|hdel|hDel|flushdb|flushDb|flushall|flushAll|zrem|zRem|srem|sRem|lrem|lRem|xdel|xDel|getdel|getDel|json\.del|ltrim|lTrim)$/,
    api('delete'),
  ],
  [
    /^(redis|ioredis|@upstash\/redis|@redis\/client|valkey|iovalkey)\b.*\.(set|setex|setEx|mset|mSet|hset|hSet|hmset|lpush|lPush|rpush|rPush|sadd|sAdd|zadd|zAdd|xadd|xAdd|expire|persist|rename|incr|incrby|decr|decrby|append|json\.set)$/,
    api('update'),
  ],
  [/^(redis|ioredis|@upstash\/redis|@redis\/client)\b.*\.publish$/, api('send')],
  [
    /^(mongodb|mongoose)\b.*\.(findOneAndDelete|findByIdAndDelete|findOneAndRemove|findByIdAndRemove|dropIndex|dropIndexes|dropDatabase|dropCollection)$/,
    api('delete'),
  ],
  [/^(mongodb|mongoose)\b.*\.(findOneAndUpdate|findByIdAndUpdate|findOneAndReplace|bulkWrite)$/, api('update')],
  [/^(mongodb|mongoose)\b.*\.(insertOne|insertMany)$/, api('create')],
  [/^@prisma\/client\b.*\.\$(executeRaw|executeRawUnsafe|queryRawUnsafe)$/, { kind: 'sql', verb: 'any' }],
  [/^dockerode\b.*\.(prune\w*)$/, api('delete')],
  [/^dockerode\b.*\.exec$/, api('run')],
  [/^dockerode\b.*\.(pull|buildImage)$/, api('create')],
  [
    /^(axios|got|ky|superagent|undici|node-fetch)(\.default)?(\.(create|extend)\(\))?\.delete$/,
    { kind: 'http', verb: 'DELETE' },
  ],
  [/^(axios|got|ky|superagent)(\.default)?(\.(create|extend)\(\))?\.put$/, { kind: 'http', verb: 'PUT' }],
  [/^(axios|got|ky|superagent)(\.default)?(\.(create|extend)\(\))?\.patch$/, { kind: 'http', verb: 'PATCH' }],
  [/^(axios|got|ky|superagent)(\.default)?(\.(create|extend)\(\))?\.post$/, { kind: 'http', verb: 'POST' }],
  [/^(axios|got|ky|superagent)(\.default)?(\.(create|extend)\(\))?\.get$/, { kind: 'http', verb: 'GET' }],
  [/^knex\b.*\.(del|delete|truncate|drop\w+)$/, { kind: 'sql', verb: 'DELETE' }],
  [/^(knex|kysely)\b.*\.(insert|insertInto)$/, { kind: 'sql', verb: 'INSERT' }],
  [/^(knex|kysely)\b.*\.(update|updateTable)$/, { kind: 'sql', verb: 'UPDATE' }],
  [/^kysely\b.*\.deleteFrom$/, { kind: 'sql', verb: 'DELETE' }],
  [/^(kysely\b.*\.schema|knex\b.*\.schema)\.drop\w+$/, { kind: 'sql', verb: 'DROP' }],
  [/^drizzle-orm\b.*\.delete$/, { kind: 'sql', verb: 'DELETE' }],
  [/^drizzle-orm\b.*\.insert$/, { kind: 'sql', verb: 'INSERT' }],
  [/^drizzle-orm\b.*\.update$/, { kind: 'sql', verb: 'UPDATE' }],
  [/^simple-git\b.*\.(clean|rm|rmKeepLocal|deleteLocalBranch|deleteLocalBranches|removeRemote)$/, api('delete')],
  [
    /^simple-git\b.*\.(push|pushTags|commit|add|merge|mergeFromTo|pull|reset|revert|rebase|stash|cherryPick|tag|addTag)$/,
    api('update'),
  ],
  [/^simple-git\b.*\.(clone|mirror|init|checkoutLocalBranch|addRemote)$/, api('create')],
  [/^(node:)?fs(\/promises|-extra)?(\.default)?(\.promises)?\.(unlink|unlinkSync)$/, { kind: 'file', verb: 'unlink' }],
  [
    /^(node:)?fs(\/promises|-extra)?(\.default)?(\.promises)?\.(rm|rmSync|rmdir|rmdirSync|remove|removeSync|emptyDir|emptyDirSync)$/,
    { kind: 'file', verb: 'rmtree' },
  ],
  [
    /^(node:)?fs(\/promises|-extra)?(\.default)?(\.promises)?\.(writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|outputFile|writeJson)$/,
    { kind: 'file', verb: 'write' },
  ],
  [
    /^(node:)?fs(\/promises|-extra)?(\.default)?(\.promises)?\.(rename|renameSync|move)$/,
    { kind: 'file', verb: 'rename' },
  ],
  [
    /^(node:)?fs(\/promises|-extra)?(\.default)?(\.promises)?\.(copyFile|copyFileSync|cp|cpSync|copy)$/,
    { kind: 'file', verb: 'copy' },
  ],
  [
    /^(node:)?fs(\/promises|-extra)?(\.default)?(\.promises)?\.(mkdir|mkdirSync|ensureDir)$/,
    { kind: 'file', verb: 'mkdir' },
  ],
  [
    /^(node:)?fs(\/promises|-extra)?(\.default)?(\.promises)?\.(readFile|readFileSync|createReadStream)$/,
    { kind: 'file', verb: 'read' },
  ],
  [/^(trash|del|rimraf)(\.(default|trash|rimraf|deleteAsync|deleteSync|sync))?$/, { kind: 'file', verb: 'rmtree' }],
  [
    /^(node:)?child_process\.(exec|execSync|execFile|execFileSync|spawn|spawnSync|fork)$/,
    { kind: 'process', verb: 'spawn' },
  ],
  [
    /^(execa|zx|cross-spawn)(\.(execa|execaCommand|execaSync|\$|sync|spawn|default))?$/,
    { kind: 'process', verb: 'spawn' },
  ],
  [/^ssh2\b.*\.exec$|^node-ssh\b.*\.(exec|execCommand)$/, { kind: 'process', verb: 'remote' }],
];

/** Words that no other library has, by the text of the call. */
const written: readonly (readonly [RegExp, Effect])[] = [
  [/\.(deleteMany|deleteOne|findOneAndDelete|findByIdAndDelete|findByIdAndRemove)$/, api('delete')],
  [/\.(insertMany|insertOne)$/, api('create')],
  [/\.(updateMany|updateOne|findOneAndUpdate|findByIdAndUpdate|replaceOne)$/, api('update')],
  [/\.chat\.(postMessage|postEphemeral|scheduleMessage)$/, api('send')],
  [/\.chat\.delete$/, api('delete')],
  [/\.sendMail$/, api('send')],
  [/(^|\.)(prisma|prismaClient)\.\w+\.delete$/, api('delete')],
  [/(^|\.)(prisma|prismaClient)\.\w+\.create$/, api('create')],
  [/(^|\.)(prisma|prismaClient)\.\w+\.(update|upsert)$/, api('update')],
];
const named = /(^|\.)_?(octokit|stripe|notion|notionClient|gitlab)\.(\w+\.){1,3}\w+$/i;

function api(verb: string): Effect {
  return { kind: 'api', verb };
}

/** `origin`: the path of the method that is called, from the package on; undefined where it is not known. */
export function readClientEffect(callee: string, origin: string | undefined): Effect | undefined {
  if (origin !== undefined) return readOrigin(origin);
  const own = written.find(([pattern]) => pattern.test(callee))?.[1];
  if (own) return own;
  return named.test(callee) && !beside.test(callee) ? apiVerb(lastWord(callee)) : undefined;
}

function readOrigin(origin: string): Effect | undefined {
  const command = /^@aws-sdk\/(?:client|lib)-[\w-]+\.(\w+)Command$/.exec(origin)?.[1];
  if (command !== undefined) return apiVerb(command);
  const own = special.find(([pattern]) => pattern.test(origin))?.[1];
  if (own) return own;
  const rest = origin.replace(/^(@[\w.-]+\/)?[\w.-]+?(?=\.[A-Za-z]|\(|$)/, '');
  // A function of the package itself makes a client; a method of what was made calls the service.
  return rest.includes('()') && plain.test(origin) && !beside.test(rest) ? apiVerb(lastWord(origin)) : undefined;
}

/** `del`, as Stripe and others call it, beside the words that are spelled out. */
function apiVerb(method: string): Effect | undefined {
  const verb = method === 'del' ? 'delete' : readApiVerb(method);
  return verb === undefined ? undefined : api(verb);
}

function lastWord(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

const mutation = /^\s*(?:#[^\n]*\n\s*)*mutation\b[^{]{0,2000}\{\s*(?:(\w+)\s*:\s*)?(\w+)/;

/** A GraphQL document that changes something: by its first field, `deleteIssue` as much as `issueDelete`. */
export function readMutation(text: string): Effect | undefined {
  const field = mutation.exec(text.slice(0, 5000))?.[2];
  if (field === undefined) return undefined;
  const last = /[A-Z][a-z]+$/.exec(field)?.[0];
  return api(readApiVerb(field) ?? (last === undefined ? undefined : readApiVerb(last)) ?? 'update');
}
