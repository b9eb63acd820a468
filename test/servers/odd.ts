/** Servers that misbehave, one by its name in the first argument: `node test/servers/odd.ts junk`. */
import { writeSync } from 'node:fs';
import { connect } from 'node:net';
import { listTools, type Message, send, serve, sheep, unknownMethod } from './line-server.ts';

const named = (name: string) => ({ ...sheep, name });
const plain = listTools([sheep]);
const fail = (text: string, code = 1): never => {
  process.stderr.write(text);
  process.exit(code);
};
const demand = (name: string, isGood: (value: string) => boolean, complaint: string) => {
  if (!isGood(process.env[name] ?? '')) fail(complaint);
  serve(plain);
};

const behaviours: Record<string, (args: string[]) => void | Promise<void>> = {
  junk() {
    process.stdout.write('Welcome to the flock!\n{"level":"info"}\n{broken\n[1]\n\n\u001b[31mred\u001b[0m\n');
    serve((message) => {
      process.stdout.write(`got ${message.method}\n`);
      return plain(message);
    });
  },
  malformed() {
    const hostile = '{"name":"proto","description":"d","inputSchema":{"type":"object"},"__proto__":{"polluted":true}}';
    const unknown = {
      ...sheep,
      name: 'future',
      inputSchema: { type: 'object', properties: {} },
      'x-new': [1, { deep: null }],
    };
    const tools = [null, 'text', { name: 7 }, { name: 'bare' }, sheep, sheep, unknown];
    serve(({ id, method }) => {
      if (method !== 'tools/list') return unknownMethod;
      process.stdout.write(
        `{"jsonrpc":"2.0","id":${id},"result":{"tools":[${JSON.stringify(tools).slice(1, -1)},${hostile}]}}\n`,
      );
      return undefined;
    });
  },
  pages() {
    const pages = new Map([
      [undefined, { tools: [named('one')], nextCursor: 'b' }],
      ['b', { tools: [named('two')], nextCursor: '' }],
      ['', { tools: [named('three')] }],
    ]);
    serve(({ method, params }) => (method === 'tools/list' ? { result: pages.get(params?.cursor) } : unknownMethod));
  },
  circle() {
    serve(({ method }) =>
      method === 'tools/list' ? { result: { tools: [sheep], nextCursor: 'again' } } : unknownMethod,
    );
  },
  'fails-at-page-two'() {
    const refuse = { error: { code: -32000, message: 'the second field is \u202eclosed' } };
    serve(({ method, params }) => {
      if (method !== 'tools/list') return unknownMethod;
      return params?.cursor === undefined ? { result: { tools: [sheep], nextCursor: 'b' } } : refuse;
    });
  },
  'refuses-list'() {
    serve(() => ({ error: { code: -32603, message: 'the field is flooded' } }));
  },
  'without-tools'() {
    serve(() => unknownMethod, { prompts: {} });
  },
  'empty-list'() {
    serve(listTools([]));
  },
  'not-a-list'() {
    serve(({ method }) => (method === 'tools/list' ? { result: { tools: { sheep } } } : unknownMethod));
  },
  silent() {
    process.stdin.resume();
  },
  'ignores-unknown-methods'() {
    serve((message) => (message.method === 'tools/list' ? plain(message) : undefined));
  },
  'ends-at-probe'() {
    serve((message) => (message.method === 'server/discover' ? process.exit(3) : plain(message)));
  },
  'ends-at-list'() {
    serve((message) => (message.method === 'tools/list' ? fail('Fatal error: the fence broke\n', 9) : unknownMethod));
  },
  'ends-silently'() {
    process.exit(1);
  },
  'closes-stdin'() {
    process.stdin.destroy();
    setInterval(() => {}, 1_000);
  },
  'wants-variable'() {
    demand(
      'SHEEP_API_KEY',
      (value) => value !== '',
      'Error: SHEEP_API_KEY environment variable is required\n    at flock.js:1:1\n',
    );
  },
  'wants-several'() {
    const names = ['SHEEP_URL', 'SHEEP_EMAIL'];
    if (names.some((name) => !process.env[name]))
      fail(`Missing required environment variables:\n  - ${names.join('\n  - ')}\n`);
    if (!URL.canParse(process.env.SHEEP_URL ?? '') || !process.env.SHEEP_EMAIL?.includes('@')) fail('bad values\n');
    serve(plain);
  },
  'wants-shape'() {
    demand('WOOL_TOKEN', (value) => value.startsWith('wool-'), 'WOOL_TOKEN must start with "wool-"\n');
  },
  'wants-form'() {
    const key = process.env.BALE_KEY ?? '';
    if (key === '') fail('Error: BALE_KEY is required\n');
    if (!key.startsWith('bale_')) fail('Invalid format. Expected bale_* (from the barn).\n');
    serve(plain);
  },
  'wants-the-internet'() {
    const refuse = { error: { code: -32603, message: 'fetch failed' } };
    serve(async ({ method }) =>
      method === 'tools/list'
        ? fetch('https://pasture.example/tools').then(
            () => refuse,
            () => refuse,
          )
        : unknownMethod,
    );
  },
  'calls-a-port'([port = '']) {
    connect(Number(port), '127.0.0.1', () => serve(plain)).on('error', () => fail('Error: nobody is there\n'));
  },
  'wants-the-real-thing'() {
    fail('Error: the value of BARN_PASSWORD is required and must be the right one\n');
  },
  'wants-argument'(args) {
    if (args.length === 0) fail('Usage: flock <field>\n');
    serve(plain);
  },
  'wants-stdio'(args) {
    if (args.includes('--stdio')) return serve(plain);
    process.stderr.write('Sheep server listening on http://localhost:3000/mcp\n');
    setInterval(() => {}, 1_000);
  },
  'asks-back'() {
    const answers: Message[] = [];
    serve(async ({ method, id }) => {
      if (method === undefined && id !== undefined) return void answers.push({ id });
      if (method !== 'tools/list') return unknownMethod;
      for (const asked of ['ping', 'roots/list', 'sampling/createMessage', 'elicitation/create', 'nobody/knows']) {
        send({ id: `back-${asked}`, method: asked, params: { messages: [], maxTokens: 1, message: 'Password?' } });
      }
      while (answers.length < 5) await new Promise((resolve) => setTimeout(resolve, 5));
      return { result: { tools: [sheep] } };
    });
  },
  grows() {
    const tools: object[] = [sheep];
    serve(
      (message) => {
        if (message.method === 'tools/list' && tools.length === 1) {
          setTimeout(() => {
            tools.push(named('shear_sheep'));
            send({ method: 'notifications/tools/list_changed' });
          }, 20);
        }
        return message.method === 'tools/list' ? { result: { tools: [...tools] } } : unknownMethod;
      },
      { tools: { listChanged: true } },
    );
  },
  'endless-line'() {
    const wool = Buffer.alloc(1_000_000, 'w');
    for (;;) writeSync(1, wool);
  },
  'invalid-utf8'() {
    process.stdout.write(Buffer.from([0xff, 0xfe, 0x0a]));
    serve(({ method, id }) => {
      if (method !== 'tools/list') return unknownMethod;
      const text = `{"jsonrpc":"2.0","id":${id},"result":{"tools":[{"name":"a","description":"b\u00ff\\ud800","inputSchema":{"type":"object"}}]}}\n`;
      process.stdout.write(Buffer.from(text, 'latin1'));
      return undefined;
    });
  },
  'will-not-go'() {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
    setInterval(() => {}, 1_000);
    serve(plain);
  },
  'wrong-ids'() {
    serve(({ method }) => {
      if (method === 'tools/list') send({ id: 'nobody-asked', result: { tools: [named('planted')] } });
      return method === 'tools/list' ? { result: { tools: [sheep] } } : unknownMethod;
    });
  },
  /** Tries a name, an address and the metadata service of clouds before it serves; calls none of them home. */
  async 'reaches-out'() {
    for (const url of ['https://telemetry.example/v1', 'http://198.51.100.7/', 'http://169.254.169.254/latest']) {
      await fetch(url, { headers: { host: 'localhost' } }).catch(() => {});
    }
    serve(plain);
  },
  'wants-redis'() {
    const socket = connect(6379, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.on('error', () => fail('Error: connection to the store failed\n'));
    socket.on('data', (data) => (String(data).startsWith('+PONG') ? serve(plain) : fail('not a store\n')));
  },
  'lists-from-redis'() {
    serve(
      ({ method }) =>
        new Promise((resolve) => {
          if (method !== 'tools/list') return resolve(unknownMethod);
          const socket = connect(6379, 'localhost', () => socket.write('PING\r\n'));
          socket.on('error', () => resolve({ error: { code: -32603, message: 'no store' } }));
          socket.on('data', () => resolve({ result: { tools: [sheep] } }));
        }),
    );
  },
  'half-a-handshake'() {
    process.stdin.on('data', () => send({ id: 0, result: { hello: 'you' } }));
  },
};

const [name = '', ...args] = process.argv.slice(2);
const behave = Object.hasOwn(behaviours, name) ? behaviours[name] : undefined;
if (behave === undefined) fail(`one of: ${Object.keys(behaviours).join(' ')}\n`, 2);
else await behave(args);
