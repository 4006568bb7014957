from grader.authoring import family

biases_not_summed = family(
    "biases-not-summed",
    en="The gradients of the biases are not summed: they still have one row for each sample.",
    ja="バイアスの勾配を足し合わせていません。データごとの行が残っています。",
    hint_en="A bias is added to every row of the batch. How do the rows' wishes come together?",
    hint_ja="バイアスはバッチのすべての行に足されています。各行からの勾配はどうまとめますか。",
)
softmax_derivative_twice = family(
    "softmax-derivative-twice",
    en="The difference is multiplied by y (1 - y) once more. y - t is already the gradient of softmax and cross entropy together.",
    ja="差に、さらに y (1 - y) を掛けています。y - t は、ソフトマックス関数と交差エントロピー誤差を合わせた勾配です。",
    hint_en="Of what is y - t the gradient: of y, or of the scores?",
    hint_ja="y - t は何についての勾配ですか。y ですか、スコアですか。",
)
