/** Values that stand in for credentials. They open nothing, and name no host that exists. */
import { sandboxHome } from '../sandbox/sandbox.ts';

/** Ordered: the first that fits the variable's name counts. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [
    /(?:POSTGRES|PG|DATABASE)\w*_(?:URL|URI)$|^(?:POSTGRES|PG)\w*(?:CONNECTION|DSN)/,
    'postgresql://user:dummy@localhost:5432/dummy',
  ],
  [/MYSQL\w*_(?:URL|URI)$/, 'mysql://user:dummy@localhost:3306/dummy'],
  [/REDIS\w*_(?:URL|URI)$/, 'redis://localhost:6379'],
  [/MONGO\w*_(?:URL|URI)$|MONGO\w*CONNECTION/, 'mongodb://localhost:27017/dummy'],
  [/URL|URI|ENDPOINT|WEBHOOK/, 'https://dummy.invalid'],
  [/EMAIL|MAIL_?(?:FROM|TO)/, 'dummy@example.com'],
  [/PORT$/, '8080'],
  [/(?:^|_)(?:HOST|HOSTNAME|DOMAIN|SERVER)$/, 'dummy.invalid'],
  [/(?:^|_)(?:PATH|PATHS|DIR|DIRS|DIRECTORY|DIRECTORIES|FOLDER|ROOT|VAULT)$/, sandboxHome],
  [/FILE$/, `${sandboxHome}/dummy.json`],
  [/REGION$/, 'us-east-1'],
  [/TIMEOUT|LIMIT|COUNT|SIZE$/, '30'],
  [/(?:^|_)(?:ENABLE|ENABLED|DISABLE|DISABLED|DEBUG|VERBOSE)(?:_|$)/, 'true'],
  [/TOKEN|KEY|SECRET|PASSWORD|PASSWD|CREDENTIAL/, 'plimsolldummy0123456789abcdef0123456789'],
  [/UUID|GUID|TENANT/, '00000000-0000-4000-8000-000000000000'],
  [/ID$/, '1234567890'],
];

/** `prefix` is what the server said that the value must start with. */
export function makeDummyValue(variable: string, prefix?: string): string {
  const value = kinds.find(([pattern]) => pattern.test(variable.toUpperCase()))?.[1] ?? 'dummy';
  return prefix === undefined || value.startsWith(prefix) ? value : `${prefix}${value.replace(/^[a-z]+:\/\//, '')}`;
}
