/** Judges anew what is stored of one server. */
import type { Catalogue } from '../catalogue/index.ts';
import { type Classifier, judgeSnapshot } from './judge.ts';

/** `at`: ISO 8601. Answers whether any verdict or policy differs from what was stored. */
export async function judgeStored(
  serverId: string,
  { catalogue, classifier }: { catalogue: Catalogue; classifier: Classifier },
  at: string,
): Promise<boolean> {
  const snapshot = await catalogue.getSnapshot(serverId);
  if (snapshot === undefined || snapshot.tools.length === 0) return false;
  return catalogue.storeJudgement(serverId, await judgeSnapshot(snapshot, classifier), at);
}
