# about: a string doubled in a loop
# expect.status: memory_limit
text = "x"
while True:
    text += text
