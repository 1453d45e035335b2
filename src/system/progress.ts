/** What takes long, told in one line that is written over and vanishes in the end. */

/** What is over sooner is not worth telling. */
const PATIENCE_MS = 300;
const ERASE = '\r\u001B[K';

type Progress = {
  /** @param isLong it is known to take long: told at once */
  tell(text: string, isLong?: boolean): void;
  /** Takes the line away. */
  end(): void;
};

/**
 * @param write writes to the terminal at once
 * @param now milliseconds of a clock
 */
export function createProgress(
  write: (text: string) => void,
  now: () => number = () => performance.now(),
): Progress {
  const started = now();
  let isTold = false;
  return {
    tell(text, isLong = false) {
      if (!isLong && now() - started < PATIENCE_MS) return;
      isTold = true;
      write(`${ERASE}${text}`);
    },
    end() {
      if (isTold) write(ERASE);
      isTold = false;
    },
  };
}
