/**
 * A promise that is not waited for longer than that.
 * @throws an error that says which wait ran out
 */
export function within<Result>(milliseconds: number, wait: string, promise: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`the wait ran out: ${wait} took more than ${milliseconds / 1000} s`));
    const timer = setTimeout(late, milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
