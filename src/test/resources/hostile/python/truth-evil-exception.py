# about: an exception whose every method fails
# expect.status: error
# expect.error_type: Evil
# expect.error_line: 18
class Meta(type):
    @property
    def __name__(cls):
        raise SystemExit(0)


class Evil(Exception, metaclass=Meta):
    def __str__(self):
        raise SystemExit(0)

    __repr__ = __format__ = __str__


raise Evil
