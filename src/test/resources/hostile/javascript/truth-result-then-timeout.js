// about: a run that does not end has a time-out, whatever it returned before
// expect.status: timeout
// limits.timeout_ms: 500
return_val('kept');
for (;;) {}
