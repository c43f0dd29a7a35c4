"""What the tests share: a database server that can crash, a network that can fail, names that mean nothing."""

# Of the right shape, so that the checks of shape and the redactor see what they would see in the field.
FAKE_TOKEN = "123456789:TESTtestTESTtestTESTtestTESTtestTES"
