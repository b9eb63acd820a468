/**
 * One reading of a source, on top of what was known from it. It goes on where the last reading stopped, asks for changes alone after a
 * whole walk, and an outage leaves everything as it was: only the source itself, answering, takes a server away.
 */
import type { Source, SourceContext, SourceEvent, SourcePosition } from './define-source.ts';
import type { FoundServer } from './found-server.ts';
import { type KnownServers, knownServersFile, readKnownServers, writeKnownServers } from './known-servers.ts';

export interface ReadingOptions {
  /** Where what is known is kept; undefined keeps nothing. */
  stateFolder: string | undefined;
  /** A first walk stops at the end of the page that brings so many. */
  most: number;
}

export interface SourceProblem {
  listedAs: string;
  reason: string;
}

export interface SourceReading {
  /** In the order in which they became known. */
  servers: FoundServer[];
  /** Names that the source says are no more. */
  gone: string[];
  /** Names that stand for another identity than before. */
  renamed: { listedAs: string; from: string; to: string }[];
  /** Records that cannot be read: the first ones, and how many there are. */
  problems: SourceProblem[];
  problemCount: number;
  /** Why the source could not be read to its end; what was known stands all the same. */
  failure: Extract<SourceEvent, { about: 'source' }> | undefined;
  /** Whether the source has been walked to its end. */
  whole: boolean;
}

/** A walk that was stopped is gone on with for so long; after that its beginning is out of date. */
const longestWalkMs = 24 * 3_600_000;
const mostProblems = 20;
/** Servers between two times at which the file is written. */
const writeEvery = 2000;

/** Rejects where the run is stopped or the state folder cannot be written. */
export async function readSource(
  source: Source,
  argument: string | undefined,
  ctx: Omit<SourceContext, 'position'>,
  options: ReadingOptions,
): Promise<SourceReading> {
  // What a person keeps on this machine is read afresh each time, and no copy of it is made.
  const file =
    options.stateFolder === undefined || source.typed
      ? undefined
      : knownServersFile(options.stateFolder, source.id, argument);
  const known = file === undefined ? undefined : await readKnownServers(file);
  return new Reading(source, argument, ctx, options.most, file, known).run();
}

class Reading {
  readonly #source: Source;
  readonly #argument: string | undefined;
  readonly #ctx: Omit<SourceContext, 'position'>;
  readonly #most: number;
  readonly #file: string | undefined;
  readonly #servers: Map<string, { server: FoundServer; toldAt: string }>;
  readonly #now: string;
  readonly #walkBegan: string;
  #position: SourcePosition;
  #unwritten = 0;
  readonly #result: SourceReading = {
    servers: [],
    gone: [],
    renamed: [],
    problems: [],
    problemCount: 0,
    failure: undefined,
    whole: false,
  };

  constructor(
    source: Source,
    argument: string | undefined,
    ctx: Omit<SourceContext, 'position'>,
    most: number,
    file: string | undefined,
    known: KnownServers | undefined,
  ) {
    this.#source = source;
    this.#argument = argument;
    this.#ctx = ctx;
    this.#most = most;
    this.#file = file;
    this.#servers = new Map(known?.servers.map((told) => [told.server.listedAs, told]));
    this.#now = ctx.now().toISOString();
    const isFresh = known !== undefined && Date.parse(this.#now) - Date.parse(known.walkBegan) <= longestWalkMs;
    const { cursor, ...settled } = known?.position ?? {};
    this.#position = cursor !== undefined && isFresh ? { ...settled, cursor } : settled;
    if (cursor !== undefined && !isFresh) delete this.#position.walkBegan;
    this.#walkBegan = known !== undefined && this.#position.cursor !== undefined ? known.walkBegan : this.#now;
  }

  async run(): Promise<SourceReading> {
    const isFirstWalk = this.#position.since === undefined;
    const isEnough = isFirstWalk && this.#position.cursor !== undefined && this.#servers.size >= this.#most;
    if (!isEnough) await this.#walk(isFirstWalk);
    this.#result.servers = [...this.#servers.values()].map(({ server }) => server);
    return this.#result;
  }

  async #walk(isFirstWalk: boolean): Promise<void> {
    const position = Object.keys(this.#position).length === 0 ? undefined : this.#position;
    let isAnswered = false;
    for await (const event of this.#source.list(this.#argument, { ...this.#ctx, position })) {
      this.#take(event, isFirstWalk);
      if (event.about === 'source') {
        // A cursor that is not taken any more would stand in the way for ever.
        if (!isAnswered && (event.outcome === 'malformed' || event.outcome === 'gone')) this.#forgetCursor();
        break;
      }
      isAnswered = true;
      if (event.about !== 'position') continue;
      if (this.#unwritten >= writeEvery) await this.#write();
      if (isFirstWalk && !this.#result.whole && this.#servers.size >= this.#most) break;
    }
    await this.#write();
  }

  #take(event: SourceEvent, isFirstWalk: boolean): void {
    this.#unwritten++;
    switch (event.about) {
      case 'server':
        if (event.outcome === 'found') this.#know(event.server);
        else if (this.#servers.delete(event.listedAs)) this.#result.gone.push(event.listedAs);
        return;
      case 'record':
        this.#result.problemCount++;
        if (this.#result.problems.length < mostProblems) {
          this.#result.problems.push({ listedAs: event.listedAs, reason: event.reason });
        }
        return;
      case 'position':
        this.#position = event.position;
        this.#result.whole = event.position.cursor === undefined;
        if (this.#result.whole && isFirstWalk) this.#dropUntold();
        return;
      case 'source':
        this.#result.failure = event;
    }
  }

  #know(server: FoundServer): void {
    const { listedAs, id: to } = server;
    const from = this.#servers.get(listedAs)?.server.id ?? to;
    if (from !== to) this.#result.renamed.push({ listedAs, from, to });
    this.#servers.set(listedAs, { server, toldAt: this.#now });
  }

  /** A whole walk has named all there is. */
  #dropUntold(): void {
    for (const [listedAs, { toldAt }] of this.#servers) {
      if (toldAt >= this.#walkBegan) continue;
      this.#servers.delete(listedAs);
      this.#result.gone.push(listedAs);
    }
  }

  #forgetCursor(): void {
    const { cursor: _dropped, walkBegan: _began, ...settled } = this.#position;
    this.#position = settled;
  }

  async #write(): Promise<void> {
    this.#unwritten = 0;
    if (this.#file === undefined) return;
    await writeKnownServers(this.#file, {
      version: 1,
      source: this.#source.id,
      ...(this.#argument === undefined ? {} : { argument: this.#argument }),
      position: this.#position,
      walkBegan: this.#walkBegan,
      servers: [...this.#servers.values()],
    });
  }
}
