/** Keeps what is spent under a limit: the most a request can cost is set aside before it is sent, and settled when it is known. */

/** What is set aside for one request. */
export interface Hold {
  /** The request may have been charged and is to be sent again: false where that would not fit any more, and the hold is then over. */
  again(): boolean;
  /** `actual` is undefined where the request may or may not have been charged: the most it can have cost then counts as gone. */
  close(actual: number | undefined): void;
}

export interface Budget {
  /** `wait`: it may fit once a request that is under way has been settled. `refused`: it will not fit any more. */
  reserve(most: number): Hold | 'wait' | 'refused';
  /** For what has been sent already, whatever the limit. */
  reserveAnyway(most: number): Hold;
  spent(): number;
  /** The most that requests can have cost whose charge never became known. */
  unsettled(): number;
}

// Sums of small fractions are not exact; a billionth of a dollar is not what anybody minds.
const rounding = 1e-9;

/** `limit` in US dollars; undefined for none. */
export function openBudget(limit: number | undefined): Budget {
  let spent = 0;
  let unsettled = 0;
  let reserved = 0;
  const fits = (most: number) => limit === undefined || spent + unsettled + reserved + most <= limit + rounding;

  function hold(most: number): Hold {
    let isOpen = true;
    reserved += most;
    const release = () => {
      isOpen = false;
      reserved = Math.max(0, reserved - most);
    };
    return {
      again() {
        if (!isOpen) return false;
        release();
        unsettled += most;
        if (!fits(most)) return false;
        isOpen = true;
        reserved += most;
        return true;
      },
      close(actual) {
        if (!isOpen) return;
        release();
        if (actual === undefined) unsettled += most;
        else spent += actual;
      },
    };
  }

  return {
    reserve(most) {
      if (fits(most)) return hold(most);
      const fitsLater = limit === undefined || spent + unsettled + most <= limit + rounding;
      return reserved > rounding && fitsLater ? 'wait' : 'refused';
    },
    reserveAnyway: hold,
    spent: () => spent,
    unsettled: () => unsettled,
  };
}
