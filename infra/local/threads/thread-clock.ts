/**
 * Makes this thread's `Date` show the system's clock, so that deployed code needs no hook to be moved in time. Timers and
 * `performance` go on at the machine's pace.
 */
export function installThreadClock(shared: SharedArrayBuffer): void {
  const MachineDate = Date;
  const machineNow = Date.now.bind(Date);
  const offset = new BigInt64Array(shared);
  const now = (): number => machineNow() + Number(Atomics.load(offset, 0));

  const SystemDate = new Proxy(MachineDate, {
    construct: (target, given: unknown[], newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as object,
    apply: (target) => new target(now()).toString(),
  });
  MachineDate.now = now;
  MachineDate.prototype.constructor = SystemDate;
  globalThis.Date = SystemDate;
}
