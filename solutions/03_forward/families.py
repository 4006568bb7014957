from grader.authoring import family

sign_lost = family(
    "sign-lost",
    en="The minus sign is missing: the error is negative, and better predictions cost more.",
    ja="マイナスが抜けています。誤差が負になり、よい予測ほど誤差が大きくなってしまいます。",
    hint_en="What sign has the logarithm of a number below 1?",
    hint_ja="1 より小さい数の対数の符号は何ですか。",
)
arguments_swapped = family(
    "arguments-swapped",
    en="y and t are swapped: the logarithm is taken of the targets, and weighted by the probabilities.",
    ja="y と t が逆です。教師データの対数をとり、確率で重みをつけています。",
    hint_en="The order is binary_cross_entropy(y, t). Whose logarithm does the formula take?",
    hint_ja="順番は binary_cross_entropy(y, t) です。式では、どちらの対数をとりますか。",
)
log_base_two = family(
    "log-base-two",
    en="The logarithm is to base 2; the formula means the natural one.",
    ja="底が 2 の対数になっています。式の対数は自然対数です。",
    hint_en="np.log, np.log2 and np.log10 are three different functions.",
    hint_ja="np.log、np.log2、np.log10 はそれぞれ別の関数です。",
)
log_base_ten = family(
    "log-base-ten",
    en="The logarithm is to base 10; the formula means the natural one.",
    ja="底が 10 の対数になっています。式の対数は自然対数です。",
    hint_en="np.log, np.log2 and np.log10 are three different functions.",
    hint_ja="np.log、np.log2、np.log10 はそれぞれ別の関数です。",
)
