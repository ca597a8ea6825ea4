# about: byte code nobody compiled crashes this run only
# expect.status: error
# expect.error_type: Crash
def victim():
    return 1


victim.__code__ = victim.__code__.replace(co_code=bytes([83, 255] * 50), co_consts=())
for _ in range(100):
    victim()
