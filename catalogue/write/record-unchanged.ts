/** Notes that a server was asked and has not changed: the only thing that moves is when it was last seen. */
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export function recordUnchanged(db: Kysely<Tables>, serverId: string, at: string): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await trx.updateTable('servers').set({ checked_at: at }).where('id', '=', serverId).execute();
    await trx
      .updateTable('looks')
      .set({ last_at: at })
      .where('server_id', '=', serverId)
      .where('number', '=', (eb) =>
        eb
          .selectFrom('looks as latest')
          .select((of) => of.fn.max('number').as('number'))
          .where('server_id', '=', serverId),
      )
      .execute();
  });
}
