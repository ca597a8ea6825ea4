// about: a getter of the result that never answers is ended
// expect.status: timeout
// limits.timeout_ms: 500
class Trap {
  constructor(private readonly step = 1) {}

  toJSON(): unknown {
    for (let i = 0; ; i += this.step) {}
  }
}
return_val(new Trap());
