# about: quadratic work inside a dictionary
# expect.status: timeout
# limits.timeout_ms: 500
modulus = 2**61 - 1
{i * modulus: None for i in range(10**6)}
