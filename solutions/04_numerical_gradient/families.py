from grader.authoring import family

step_of_one = family(
    "step-of-one",
    en="The step is a whole 1: that is the mean slope over an interval of length 2, not the slope at x. Only for a parabola do the two agree.",
    ja="刻み幅 h が 1 になっています。これでは x での傾きではなく、長さ 2 の区間の平均の傾きです。両者が一致するのは 2 次関数のときだけです。",
    hint_en="Differentiate x**3 at 2 with your h, and with a very small one. Which is nearer to 12?",
    hint_ja="x**3 の x = 2 での微分を、今の h とごく小さな h で求めてみましょう。12 に近いのはどちらですか。",
)
