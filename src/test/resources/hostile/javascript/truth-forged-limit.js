// about: an error that calls itself a time-out is an error
// expect.status: error
// expect.error_type: Timeout
class Timeout extends Error {}
throw new Timeout('Terminated');
