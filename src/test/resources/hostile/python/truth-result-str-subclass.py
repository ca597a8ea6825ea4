# about: a string that lies about itself
# expect.status: success
# expect.ret_val: "inside"
class Liar(str):
    def __str__(self):
        return "outside"

    def __len__(self):
        return 0

    def encode(self, *args):
        return b"outside"


return_val(Liar("inside"))
