# about: lone surrogates and NUL are data
# expect.status: success
# expect.stdout: "\\ud800 \u0000 \\udfff é 😀\n"
print("\ud800 \0 \udfff é 😀")
