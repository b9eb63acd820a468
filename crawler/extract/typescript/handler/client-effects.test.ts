import { describe, expect, it } from 'vitest';
import { extractOneFrom } from '../../extract-for-test.ts';

const head = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { Octokit } from '@octokit/rest';
import { S3Client, DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { WebClient } from '@slack/web-api';
import Stripe from 'stripe';
import { Client as Notion } from '@notionhq/client';
import { PrismaClient } from '@prisma/client';
import { MongoClient } from 'mongodb';
import mongoose from 'mongoose';
import { createClient } from 'redis';
import Redis from 'ioredis';
import knex from 'knex';
import { drizzle } from 'drizzle-orm/node-postgres';
import nodemailer from 'nodemailer';
import simpleGit from 'simple-git';
import axios from 'axios';
import { rm as removeAll } from 'fs/promises';
import * as disk from 'node:fs/promises';
import { XeroClient } from 'xero-node';
import { createClient as makeSanity } from '@sanity/client';
import { z } from 'zod';
const server = new McpServer({});
const octokit = new Octokit({ auth: 'x' });
const s3 = new S3Client({});
const stripe = new Stripe('x');
const prisma = new PrismaClient();
const Crate = mongoose.model('Crate');
const sql = knex({});
const db = drizzle('x');
const http = axios.create({ baseURL: 'https://dock.example' });
class Ledger extends XeroClient { constructor() { super({}); } }
class Yard {
  constructor(client) { this.client = client; }
  scrap(id) { return this.client.pages.update({ page_id: id, archived: true }); }
}
const yard = new Yard(new Notion({ auth: 'x' }));
const ledger = new Ledger();
async function open() { return new MongoClient('x'); }
`;

async function effectsOf(body: string): Promise<string[]> {
  const { tool } = await extractOneFrom({
    'server.ts': `${head}server.tool('act', 'Acts.', { id: z.string() }, async ({ id }) => {\n${body}\n});\n`,
  });
  return (tool.handler ?? []).map(({ kind, verb }) => `${kind} ${verb}`);
}

describe('a call of a service’s own client', () => {
  it.each([
    ['await octokit.issues.create({ title: id })', ['api create']],
    ['await octokit.rest.repos.delete({ repo: id })', ['api delete']],
    ["await octokit.request('DELETE /repos/{owner}/{repo}', { repo: id })", ['http DELETE']],
    ['await s3.send(new DeleteObjectCommand({ Key: id }))', ['api delete']],
    ['await s3.send(new PutObjectCommand({ Key: id }))', ['api update']],
    ["await new WebClient('x').chat.postMessage({ text: id })", ['api send']],
    ['await stripe.refunds.create({ charge: id })', ['api create']],
    ['await stripe.customers.del(id)', ['api delete']],
    ['await yard.scrap(id)', ['api update']],
    ['await prisma.user.delete({ where: { id } })', ['api delete']],
    ["await (await open()).db('x').collection('y').deleteMany({ id })", ['api delete']],
    ['await Crate.findByIdAndUpdate(id, {})', ['api update']],
    ['const client = createClient(); await client.connect(); await client.del(id)', ['api delete']],
    ['await new Redis().set(id, 1)', ['api update']],
    ["await sql('crates').where({ id }).del()", ['sql DELETE']],
    ['await db.delete(crates).where(id)', ['sql DELETE']],
    ['await nodemailer.createTransport({}).sendMail({ to: id })', ['api send']],
    ["await simpleGit('.').push()", ['api update']],
    ['await http.delete(id)', ['http DELETE']],
    ['await removeAll(id)', ['file rmtree']],
    ['await disk.unlink(id)', ['file unlink']],
    ['await ledger.accountingApi.updateInvoice(id)', ['api update']],
    ["await graph('mutation Drop($id: ID!) { issueDelete(id: $id) { ok } }', { id })", ['api delete']],
    ["await graph('mutation { renamed: updateIssue(id: 1) { ok } }')", ['api update']],
  ])('is seen in %s', async (body, expected) => expect(await effectsOf(body)).toEqual(expected));

  it.each([
    'await octokit.issues.get({ number: id })',
    'await s3.send(new GetObjectCommand({ Key: id }))',
    'await stripe.customers.retrieve(id)',
    'await prisma.user.findMany({ where: { id } })',
    'await new Redis().get(id)',
    "await sql('crates').where({ id })",
    'const seen = new Map(); seen.delete(id); seen.set(id, 1)',
    'const query = new URLSearchParams(); query.set("id", id); query.delete("x")',
    'await ledger.setTokenSet({ id })',
    'await ledger.accountingApi.getInvoice(id)',
    'await graph("query { issue(id: 1) { deletedAt } }")',
    'await someone.delete(id)',
    'const client = makeSanity({ projectId: id }); await client.getDocument(id)',
  ])('is not seen in %s', async (body) => expect(await effectsOf(body)).toEqual([]));
});

it('is not seen in a branch that the given method never takes', async () => {
  const { tool } = await extractOneFrom({
    'server.ts': `${head}async function call({ method, path }) {
  switch (method) { case 'GET': return http.get(path); case 'DELETE': return http.delete(path); }
}
server.tool('look', 'Looks.', { id: z.string() }, async ({ id }) => call({ method: 'GET', path: '/x/' + id }));
`,
  });
  expect((tool.handler ?? []).map(({ verb }) => verb)).toEqual(['GET']);
});
