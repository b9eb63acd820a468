/**
 * Property tests draw the same cases in every run, so that a change is what made a test fail; `PROPERTY_SEED=random npm test`, or
 * a number in place of `random`, looks at other ones.
 */
import fc from 'fast-check';

const wish = process.env.PROPERTY_SEED ?? '18760';

if (wish !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number.parseInt(wish, 10) });
