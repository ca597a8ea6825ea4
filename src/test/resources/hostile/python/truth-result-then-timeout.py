# about: a result does not make a run that never ended a success
# expect.status: timeout
# limits.timeout_ms: 500
return_val("early")
while True:
    pass
