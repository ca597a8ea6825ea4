// about: an error may say what it likes, and is an error nevertheless
// expect.status: error
class Forged extends Error {
  get status() {
    return 'success';
  }

  get stack() {
    return 'no trace';
  }
}
throw Object.assign(new Forged('all is well'), { exit_code: 0 });
