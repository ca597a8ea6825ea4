// What the host is told about an exception that nobody caught. The run ends with the first one.
(primordials, { host, inspect: { inspect }, kinds: { proxyDetails }, stack }) => {
  const {
    ObjectGetOwnPropertyDescriptor, ObjectGetPrototypeOf, String, StringPrototypeSlice, isError,
  } = primordials;
  const maxMessage = 10_000;
  let failed = false;

  const attempt = (action, otherwise) => {
    try {
      return action();
    } catch {
      return otherwise;
    }
  };
  const cut = (text) => (text.length > maxMessage ? `${StringPrototypeSlice(text, 0, maxMessage)}...` : text);

  /** The name of the class; for the built-in Error, the name its maker gave it. */
  const typeOf = (error) => {
    let type;
    for (let p = ObjectGetPrototypeOf(error); p !== null && type === undefined; p = ObjectGetPrototypeOf(p)) {
      const constructor = ObjectGetOwnPropertyDescriptor(p, 'constructor')?.value;
      if (typeof constructor === 'function' && typeof constructor.name === 'string' && constructor.name !== '') type = constructor.name;
    }
    const { name } = error;
    return (type === undefined || type === 'Error') && typeof name === 'string' && name !== '' ? name : type ?? 'Error';
  };

  const reportError = (error) => {
    const type = attempt(() => typeOf(error), 'Error');
    let message = attempt(() => cut(String(error.message)), '');
    const position = attempt(() => stack.locate(error), undefined);
    let report = attempt(() => inspect(error), undefined) ?? attempt(() => String(error.stack), type);
    // All that V8 says about import() is "Not supported".
    if (type === 'Error' && message === 'Not supported') {
      message = 'dynamic import() of modules is not available in the sandbox';
      report = `UnsupportedFeatureError: ${message}`;
      host.fail('UnsupportedFeatureError', message, position?.[0] ?? 0, position?.[1] ?? 0, report);
      return;
    }
    host.fail(type, message, position?.[0] ?? 0, position?.[1] ?? 0, report);
  };

  return {
    hasFailed: () => failed,
    reset() {
      failed = false;
    },
    /** Thrown values that are no errors have the type "Uncaught". */
    fail(value) {
      if (failed) return;
      failed = true;
      if (attempt(() => isError(value) && proxyDetails(value) === undefined, false)) {
        reportError(value);
        return;
      }
      const text = attempt(() => inspect(value), 'an object that cannot be shown');
      host.fail('Uncaught', cut(typeof value === 'string' ? value : text), 0, 0, `Uncaught ${text}`);
    },
  };
}
