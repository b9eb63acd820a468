/** The tools of an invented harbour: ordinary ones of every kind. */
import { bargeFile, manageBarge } from './barge.ts';
import { type InventedTool, inventTool } from './tools.ts';

const runScript = inventTool(
  {
    name: 'run_dredger_script',
    description: 'Runs a Lua script on the dredger’s controller and returns what it prints.',
    inputSchema: {
      type: 'object',
      properties: {
        script: { type: 'string', description: 'The script to run.' },
        timeout_seconds: { type: 'integer', default: 30, minimum: 1, maximum: 600 },
      },
      required: ['script'],
    },
  },
  {
    source: { file: 'src/harbour/dredger.py', line: 12 },
    facets: {
      outcome: 'irreversible',
      destination: 'system',
      power: 'arbitrary-code',
      scope: 'all',
      openInput: [{ pointer: '/inputSchema/properties/script', accepts: 'code' }],
    },
    verdict: {
      category: 'execute',
      risk: 'critical',
      confidence: 0.99,
      rationale:
        'It runs whatever script it is given on a real machine, with nothing in the schema to bound what the script may do.',
      evidence: [
        { pointer: '/description', quote: 'Runs a Lua script', says: 'it runs code', from: 'signal:code-input' },
        { pointer: '/inputSchema/properties/script', quote: 'script', says: 'takes code', from: 'signal:code-input' },
      ],
    },
  },
);

const payDues = inventTool(
  {
    name: 'pay_harbour_dues',
    description: 'Pays the harbour dues of a ship from the owner’s account.',
    inputSchema: {
      type: 'object',
      properties: {
        ship: { type: 'string' },
        amount: { type: 'number', minimum: 0, maximum: 50000 },
        currency: { const: 'EUR' },
      },
      required: ['ship', 'amount'],
    },
  },
  {
    source: { file: 'src/harbour/dues.py', line: 40 },
    facets: { outcome: 'irreversible', destination: 'public', sensitivity: 'financial' },
    verdict: {
      category: 'execute',
      risk: 'critical',
      flags: ['movesMoney'],
      rationale: 'The call itself moves money out of an account.',
      evidence: [{ pointer: '/description', quote: 'Pays', says: 'it moves money', from: 'signal:money-verb' }],
    },
  },
);

const sendNotice = inventTool(
  {
    name: 'sendNoticeToMariners',
    description: 'Broadcasts a notice to every ship in range.',
    inputSchema: { type: 'object', properties: { text: { type: 'string', maxLength: 1000 } }, required: ['text'] },
    annotations: { readOnlyHint: true, destructiveHint: false },
  },
  {
    source: { file: 'src/harbour/radio.py', line: 7 },
    facets: { outcome: 'irreversible', destination: 'public', scope: 'many' },
    verdict: {
      category: 'execute',
      risk: 'high',
      rationale: 'It sends words to outsiders, who cannot be made to forget them.',
      evidence: [
        {
          pointer: '/description',
          quote: 'Broadcasts a notice to every ship',
          says: 'it messages outsiders',
          from: 'signal:message-out',
        },
      ],
      annotations: {
        readOnlyHint: { declared: true, state: 'contradicts', suggested: false },
        destructiveHint: { declared: false, state: 'agrees', suggested: false },
        idempotentHint: { declared: null, state: 'missing', suggested: false },
        openWorldHint: { declared: null, state: 'missing', suggested: true },
      },
      findings: [
        {
          id: 'annotation-contradicts',
          severity: 'warning',
          message: 'It declares that it changes nothing, and it sends messages',
          pointer: '/annotations/readOnlyHint',
          quote: 'true',
        },
      ],
    },
  },
);

const readLog = inventTool(
  {
    name: 'read_log_book',
    description: 'Returns the entries of the log book between two days, with the names of the crew.',
    inputSchema: {
      type: 'object',
      properties: { from: { type: 'string', format: 'date' }, to: { type: 'string', format: 'date' } },
      required: ['from'],
    },
  },
  {
    source: { file: 'src/harbour/log.py', line: 30 },
    facets: { sensitivity: 'pii', scope: 'many' },
    verdict: {
      risk: 'medium',
      rationale: 'It changes nothing, and what it returns names people.',
      evidence: [
        {
          pointer: '/description',
          quote: 'names of the crew',
          says: 'it shows personal data',
          from: 'signal:personal-data',
        },
      ],
    },
  },
);

const listBerths = inventTool(
  {
    name: 'list_berths',
    description: 'Lists the berths of a pier and says which are free.',
    inputSchema: { type: 'object', properties: { pier: { type: 'string', enum: ['north', 'south'] } } },
    annotations: { readOnlyHint: true, openWorldHint: false, idempotentHint: true, destructiveHint: false },
  },
  {
    source: { file: bargeFile, line: 20 },
    facets: { scope: 'many' },
    verdict: { evidence: [{ pointer: '/name', quote: 'list', says: 'it only looks', from: 'signal:reading-verb' }] },
  },
);

const poke = inventTool(
  { name: 'poke', inputSchema: { type: 'object', properties: { x: {} } } },
  {
    source: { file: bargeFile, line: 140 },
    verdict: {
      category: 'unclassified',
      risk: 'unrated',
      confidence: 0.2,
      needsReview: true,
      rationale: 'Neither its name nor its one parameter says what it does, and there is no description.',
      findings: [{ id: 'missing-description', severity: 'note', message: 'It has no description' }],
    },
  },
);

const labelBarge = inventTool(
  {
    name: 'label_barge',
    description: 'Sets a label on a barge.',
    inputSchema: {
      type: 'object',
      properties: { barge_id: { type: 'string' }, label: { type: 'string' } },
      required: ['barge_id', 'label'],
    },
  },
  {
    source: { file: bargeFile, line: 61 },
    facets: { outcome: 'consequential' },
    verdict: {
      category: 'write',
      risk: 'low',
      confidence: 0.62,
      needsReview: true,
      rationale: 'It changes a label, which can be changed back.',
      evidence: [
        { pointer: '/description', quote: 'Sets a label', says: 'it changes stored data', from: 'signal:writing-verb' },
      ],
      disagreement: {
        local: { category: 'write', risk: 'low', confidence: 0.6183 },
        model: {
          category: 'execute',
          risk: 'high',
          confidence: 0.9,
          name: 'invented-model-1',
          promptHash: 'sha256:0',
          rationale: 'A label may be read aloud to the barge, and moves it.',
        },
        stands: 'local',
        because: 'Invented: nothing in the definition speaks of moving.',
      },
    },
  },
);

export const harbourTools: readonly InventedTool[] = [
  listBerths,
  readLog,
  labelBarge,
  manageBarge,
  sendNotice,
  runScript,
  payDues,
  poke,
];
