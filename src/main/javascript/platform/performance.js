// performance.now.
(primordials, { host }, use) => {
  const { TypeError, dateNow } = primordials;
  const { tag } = use('exceptions');
  const SecretKey = {};

  class Performance {
    constructor(key) {
      if (key !== SecretKey) throw new TypeError('Illegal constructor');
    }

    get timeOrigin() {
      return dateNow() - host.clock();
    }

    now() {
      return host.clock();
    }

    toJSON() {
      return { timeOrigin: this.timeOrigin };
    }
  }
  tag(Performance.prototype, 'Performance');
  return { globals: { Performance, performance: new Performance(SecretKey) } };
}
