import numpy as np

# --- Data to try it on / 試すためのデータ ---------------------------------------------------------------------


def spirals(n, rng):
    """Given: n points of two arms that wind round each other once; x (n, 2), t (n,) 0 or 1. / 2 本の渦巻き"""
    t = rng.permutation(np.arange(n) % 2)
    along = rng.uniform(0.0, 1.0, n)
    radius, angle = 0.3 + 2.7 * along, 2 * np.pi * along + np.pi * t
    x = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return x + rng.normal(scale=0.1, size=(n, 2)), t


GLYPHS = """
.###. ..#.. .###. .###. ...#. ##### ..##. ##### .###. .###.
#...# .##.. #...# #...# ..##. #.... .#... ....# #...# #...#
#..## ..#.. ....# ....# .#.#. ####. #.... ...#. #...# #...#
#.#.# ..#.. ...#. ..##. #..#. ....# ####. ..#.. .###. .####
##..# ..#.. ..#.. ....# ##### ....# #...# .#... #...# ....#
#...# ..#.. .#... #...# ...#. #...# #...# .#... #...# ...#.
.###. .###. ##### .###. ...#. .###. .###. .#... .###. .##..
"""


def digits(n, rng):
    """Given: n noisy, shifted images of digits, 8 by 6 pixels; x (n, 48), t (n,) 0 to 9. / 小さな数字の画像"""
    rows = [line.split() for line in GLYPHS.split("\n")[1:-1]]
    t = rng.permutation(np.arange(n) % 10)
    images = rng.normal(scale=0.15, size=(n, 8, 6))
    for image, digit in zip(images, t, strict=True):
        top, left = rng.integers(0, 2, size=2)
        image[top : top + 7, left : left + 5] += np.array([[dot == "#" for dot in row[digit]] for row in rows])
    return images.reshape(n, 48), t


# --- The regression network of document 002 / 資料 002 の回帰のネットワーク ------------------------------------


def new_params(d, hidden, outputs, rng):
    """Given: parameters of a network of d inputs, one hidden layer, and outputs. / パラメータの初期値"""
    return {
        "W1": rng.normal(size=(d, hidden)) * np.sqrt(2 / d),
        "b1": np.zeros(hidden),
        "W2": rng.normal(size=(hidden, outputs)) * np.sqrt(1 / hidden),
        "b2": np.zeros(outputs),
    }


def forward(params, x):
    """Given: u (N, H) and z = ReLU(u) of the hidden layer, and y (N, outputs), as it is. / 順伝播(出力は恒等関数)"""
    u = x @ params["W1"] + params["b1"]
    z = np.maximum(u, 0.0)
    y = z @ params["W2"] + params["b2"]
    return u, z, y


def backward(params, x, u, z, dy):
    """Given: the gradients of all parameters, from dy (N, outputs), that of the loss with respect to y. / 逆伝播"""
    du = dy @ params["W2"].T * (u > 0)
    return {"W1": x.T @ du, "b1": du.sum(axis=0), "W2": z.T @ dy, "b2": dy.sum(axis=0)}


def regression_gradients(params, x, t):
    """Given: the gradients of the mean squared error; t (N,) real numbers. / 平均二乗誤差の勾配"""
    u, z, y = forward(params, x)
    dy = 2 * (y - t[:, None]) / len(x)
    return backward(params, x, u, z, dy)


def fit(params, gradients, x, t, rng, lr=0.01, steps=500, batch_size=50):
    """Given: train params in place with Adam; gradients(params, x_batch, t_batch) is called in every step. / 学習"""
    m, v = ({key: np.zeros_like(value) for key, value in params.items()} for _ in range(2))
    for step in range(1, steps + 1):
        chosen = rng.integers(0, len(x), batch_size)
        for key, g in gradients(params, x[chosen], t[chosen]).items():
            m[key] = 0.9 * m[key] + 0.1 * g
            v[key] = 0.999 * v[key] + 0.001 * g**2
            params[key] -= lr * m[key] / (1 - 0.9**step) / (np.sqrt(v[key] / (1 - 0.999**step)) + 1e-8)


def train_regression(x, t, rng):
    """Given: train on x (N, D) and real numbers t (N,); return the function predict(x). / 回帰の学習"""
    params = new_params(x.shape[1], 50, 1, rng)
    fit(params, regression_gradients, x, t, rng)

    def predict(x):
        return forward(params, x)[2][:, 0]

    return predict


# --- Your part / ここから ----------------------------------------------------------------------------------------


def softmax(s):
    e = np.exp(s - s.max(axis=0))
    return e / e.sum(axis=0)


def gradients(params, x, t):
    u, z, s = forward(params, x)
    y = softmax(s)
    y[np.arange(len(t)), t] -= 1
    return backward(params, x, u, z, y / len(t))


def predict(x):
    _, _, s = forward(params, x)
    return s.argmax(axis=1)


def train_classifier(x, t, rng):
    global params
    params = new_params(x.shape[1], 50, t.max() + 1, rng)
    fit(params, gradients, x, t, rng)
    return predict
