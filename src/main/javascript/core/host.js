// The one door to the host. The function behind it is handed over after the bootstrap; nothing else ever holds it.
(primordials) => {
  let door = () => undefined;
  // The numbers are those of HostDoor.java.
  return {
    open(call) {
      door = call;
    },
    close() {
      door = () => undefined;
    },
    /** False when the output limit is reached. */
    write: (stream, text) => door(1, stream, text),
    /** Milliseconds since the start of the run, with fractions. */
    clock: () => door(2),
    result: (text) => door(3, text),
    fail: (type, message, line, column, report) => door(4, type, message, line, column, report),
    /** "line:column" in the user's source. */
    position: (line, column) => door(5, line, column),
    /** 0 pending, 1 fulfilled, 2 rejected. */
    promiseState: (promise) => door(6, promise),
    promiseResult: (promise) => door(7, promise),
    /** So many random characters from \0 to \xff. */
    random: (count) => door(8, count),
    /** What a script of the platform evaluates to; undefined when it cannot be loaded now. */
    script: (name) => door(9, name),
  };
}
