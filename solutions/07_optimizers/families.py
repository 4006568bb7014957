"""What is said alike of several optimizers; in capitals, lines that are changed alike in all of them."""

from grader.authoring import family

UPDATE = "def update(self, params, grads):"
BY_POSITION = {UPDATE: UPDATE + "\n    grads = dict(zip(params, list(grads.values()), strict=True))"}
COUNTED = {"for key in params:": 'self.t = getattr(self, "t", 0) + 1\nfor key in params:'}
FIRST_KEY = {UPDATE: UPDATE + "\n    params = dict(list(params.items())[:1])"}
LAST_KEY = {UPDATE: UPDATE + "\n    params = dict(list(params.items())[-1:])"}
COPY_RETURNED = {
    UPDATE: UPDATE
    + "\n    params = {key: value.copy() for key, value in params.items()}\n    self.step(params, grads)\n"
    "    return params\n\ndef step(self, params, grads):"
}

lr_ignored = family(
    "lr-ignored",
    en="The learning rate is written as {default}, so what the caller asks for is ignored.",
    ja="学習係数に {default} を直接書いています。引数で渡された lr が使われていません。",
    hint_en="Where do you use self.lr?",
    hint_ja="self.lr は、どこで使っていますか。",
)
paired_by_position = family(
    "paired-by-position",
    en="Parameters and gradients are paired by their position in the dicts; they belong together by key.",
    ja="params と grads を並び順で組にしています。組にするのはキーです。",
    hint_en="What happens if grads lists its keys in another order?",
    hint_ja="grads のキーの並びが違っていたら、どうなりますか。",
)
first_key_only = family(
    "first-key-only",
    en="Only the first key is updated: update returns, or breaks off, inside the loop.",
    ja="更新されるのが最初のキーだけです。ループの途中で return や break をしています。",
    hint_en="When does your loop end? Look at the indentation.",
    hint_ja="ループはいつ終わりますか。インデントを確かめましょう。",
)
last_key_only = family(
    "last-key-only",
    en="Only the last key's parameter moves, as with a line that stands after the loop and not in it.",
    ja="動いているのが最後のキーのパラメータだけです。パラメータを動かす行がループの中ではなく、ループのあとにあるときなどに、こうなります。",
    hint_en="How often does the line that moves the parameter run? Look at the indentation.",
    hint_ja="パラメータを動かす行は何回実行されますか。インデントを確かめましょう。",
)
carried_over = family(
    "carried-to-the-next-optimizer{form}",
    en="A new optimizer goes on with the {h} of one that was made before it, where it should begin with zeros. A dict in the class body, or as a default value of __init__, does so: there is only one of it.",
    ja="新しく作った optimizer が、前に作ったものの {h} を引き継いでいます。0 から始めるはずです。クラスの直下や __init__ の既定値に書いたディクショナリは 1 つしか作られないので、こうなります。",
    hint_en="Make two optimizers, update with the first only, and print {h} of both.",
    hint_ja="optimizer を 2 つ作り、1 つ目だけで update してから、両方の {h} を print してみましょう。",
)
unseen_by_the_caller = family(
    "unseen-by-the-caller",
    en="After update the caller's params are what they were: no new value reaches them, as with a name that is given a new array ({like}), or with a new dict that is made or returned.",
    ja="update のあとも、呼び出し側の params が元のままで、新しい値が届いていません。{like} のように変数名に新しい配列を付け替えたり、新しいディクショナリを作ったりすると、こうなります。",
    hint_en="Does `{plainly}` change the array that w named before?",
    hint_ja="`{plainly}` と書くと、w がそれまで指していた配列は変わりますか。",
)
h_never_made = family(
    "state-never-made",
    en="{h} is still None when it is read: nobody made the zeros for each key.",
    ja="{h} が None のまま使われています。キーごとの 0 の配列をどこでも作っていません。",
    hint_en="What is self.{h} in the first call of update, and where should it get its arrays?",
    hint_ja="最初の update で self.{h} は何ですか。配列はどこで入れるべきでしょうか。",
)
root_forgotten = family(
    "root-forgotten",
    en="The step is divided by {h}, not by its square root.",
    ja="{h} の平方根ではなく、{h} そのもので割っています。",
    hint_en="If every gradient were ten times as large, how should the step change?",
    hint_ja="勾配がすべて 10 倍になったら、更新幅はどう変わるはずですか。",
)
no_epsilon = family(
    "no-epsilon",
    en="No epsilon keeps the divisor from 0: an entry whose gradient is always 0 becomes 0 / 0, which is NaN.",
    ja="割る数に ε が足されていません。勾配がずっと 0 の要素では 0 / 0 になり、NaN になります。",
    hint_en="What is the step when {one} and {other} are 0?",
    hint_ja="{one} も {other} も 0 のとき、更新幅はいくつになりますか。",
)
velocity_in_the_class = family(
    "shared-by-optimizers",
    en="The velocities belong to the class (or are global), not to the object: a second optimizer goes on with the first one's.",
    ja="速度がインスタンスではなくクラス(またはグローバル変数)にあります。2 つ目の {optimizer} が 1 つ目の速度を引き継いでしまいます。",
    hint_en="Where are the velocities made: in the class body, or in a method with self?",
    hint_ja="速度を作っているのは、クラスの直下ですか、self を使うメソッドの中ですか。",
)
averages_in_the_class = family(
    "state-in-the-class",
    en="m and v belong to the class, so a second optimizer goes on where the first one is.",
    ja="m と v がクラス変数になっています。2 つ目の {optimizer} が、1 つ目の続きから始まってしまいます。",
    hint_en="Which of your attributes are set in __init__, and which under the class line?",
    hint_ja="__init__ で self に代入している属性と、class の直下に書いた属性はどれですか。",
)

g_squared_in_the_step = family(
    "g-squared-in-the-step",
    en="The squared gradient stands in the numerator too, so every entry goes down, whatever its sign.",
    ja="分子でも勾配を 2 乗しています。そのため、符号に関係なくどの要素も減っていきます。",
    hint_en="Which way does an entry go whose gradient is negative?",
    hint_ja="勾配が負の要素は、どちらへ動きますか。",
)
gradient_forgotten = family(
    "gradient-forgotten",
    en="The step is lr / sqrt(h): the gradient itself is missing, so every entry goes down.",
    ja="更新幅が lr / sqrt(h) だけで、勾配 g が掛かっていません。どの要素も減っていきます。",
    hint_en="Which way does an entry go whose gradient is negative?",
    hint_ja="勾配が負の要素は、どちらへ動きますか。",
)
multiplied_by_the_root = family(
    "multiplied-by-the-root",
    en="The gradient is multiplied by the root of h: large gradients make the steps larger still. Divide.",
    ja="h の平方根を掛けています。大きな勾配ほど更新幅がさらに大きくなります。平方根では割ります。",
    hint_en="Should an entry with large gradients take longer or shorter steps?",
    hint_ja="大きな勾配が続いた要素の更新幅は、大きくするべきですか、小さくするべきですか。",
)
lr_without_effect = family(
    "lr-without-effect",
    en="lr has no effect on the step: it does not occur there, or h takes lr * g and lr cancels out.",
    ja="lr を変えても更新幅が変わりません。lr を掛けていないか、h に lr * g を入れたために約分されて消えています。",
    hint_en="How should the step change when lr is halved?",
    hint_ja="lr を半分にしたら、動く幅はどう変わるはずですか。",
)
plain_sgd = family(
    "plain-sgd",
    en="This is plain SGD: the division by the root of h is missing.",
    ja="これはただの SGD です。h の平方根で割っていません。",
    hint_en="What is h for?",
    hint_ja="h は何のためにあるのでしょうか。",
)
ascent = family(
    "ascent",
    en="The step is added. The gradient points to where the loss grows, so a step goes the other way.",
    ja="足し算になっています。勾配は損失が増える向きなので、逆の向きに動かします。",
    hint_en="The gradient is 2 at some weight. Should that weight become larger or smaller?",
    hint_ja="勾配が 2 の重みは、大きくするべきですか、小さくするべきですか。",
)
epsilon_added_to_g = family(
    "epsilon-added-to-g",
    en="Epsilon is added to the gradient and not to the root, so an entry whose gradient is 0 still moves.",
    ja="ε を平方根の側ではなく勾配に足しています。勾配が 0 の要素まで動いてしまいます。",
    hint_en="Which number must epsilon keep away from 0?",
    hint_ja="ε は、どの数が 0 になるのを防ぐためのものですか。",
)
no_bias_correction = family(
    "no-bias-correction",
    en="m and v are used as they are: the division by 1 - beta**t is missing, so the first steps have the wrong size.",
    ja="m と v をそのまま使っています。1 - beta**t で割る補正がないので、はじめの数回の更新幅が正しくありません。",
    hint_en="m and v start at 0. What is m after one step with gradient g?",
    hint_ja="m と v は 0 から始まります。勾配 g で 1 回更新すると、m はいくつになりますか。",
)
v_not_corrected = family(
    "v-not-corrected",
    en="Only m is divided by 1 - beta1**t; v is used without its correction.",
    ja="補正しているのは m だけで、v は補正せずに使っています。",
    hint_en="Does v not start at 0 as well?",
    hint_ja="v も 0 から始まっていませんか。",
)
m_not_corrected = family(
    "m-not-corrected",
    en="Only v is divided by 1 - beta2**t; m is used without its correction.",
    ja="補正しているのは v だけで、m は補正せずに使っています。",
    hint_en="Does m not start at 0 as well?",
    hint_ja="m も 0 から始まっていませんか。",
)
beta1_squared = family(
    "beta1-squared",
    en="m is divided by 1 - beta1**2, as document 001 prints it. The exponent is the step count t; it is right at t = 2 only.",
    ja="m を 1 - beta1**2 で割っています(資料 001 の式の誤植です)。指数は 2 ではなく更新回数 t で、2 回目にしか合いません。",
    hint_en="Compare the two correction formulas: should they not have the same exponent?",
    hint_ja="m と v の補正の式を見比べましょう。指数は同じになるはずではありませんか。",
)
t_never_grows = family(
    "t-never-grows",
    en="The step count is always 1 in the correction (1 - beta, not 1 - beta**t): t never grows, so only the first step is right.",
    ja="補正の t がずっと 1 のままです(1 - beta**t ではなく 1 - beta)。正しいのは 1 回目の更新だけです。",
    hint_en="Print t in each call of update.",
    hint_ja="update が呼ばれるたびに t を print してみましょう。",
)
t_starts_at_zero = family(
    "t-starts-at-zero",
    en="t is still 0 in the first step, so 1 - beta**t is 0 and the correction divides 0 by 0 or by 0. t counts from 1.",
    ja="最初の更新で t がまだ 0 です。1 - beta**t が 0 になり、0 で割っています。t は 1 から数えます。",
    hint_en="When does t grow: before it is used, or after?",
    hint_ja="t を増やすのは、使う前ですか、使ったあとですか。",
)
t_grows_per_key = family(
    "t-grows-per-key",
    en="t grows once for each key, so with two keys it reaches 2 within the first step. It should grow once for each call of update.",
    ja="t をキーごとに増やしています。キーが 2 つあると、1 回の更新で t が 2 になります。t は update の 1 回の呼び出しで 1 だけ増やします。",
    hint_en="Is the line that counts inside or outside the loop over the keys?",
    hint_ja="t を増やす行は、キーのループの内側にありますか、外側にありますか。",
)
v_not_squared = family(
    "v-not-squared",
    en="v averages the gradient itself, not its square, so that the root of a negative number gives NaN.",
    ja="v が勾配の 2 乗ではなく、勾配そのものの移動平均になっています。負の数の平方根は NaN になります。",
    hint_en="v stands for the size of the gradient. Can it ever be negative?",
    hint_ja="v は勾配の大きさを表します。負になることがあるでしょうか。",
)
correction_with_product = family(
    "correction-with-a-product",
    en="From the second update on, v hat is negative and its root NaN, as with 1 - beta2 * t, a product where a power belongs; at t = 1 the two are equal.",
    ja="2 回目の更新から v̂ が負になり、平方根が NaN になっています。累乗ではなく積の 1 - beta2 * t で割ったときなどに、こうなります。t = 1 では両者は同じ値です。",
    hint_en="What is the divisor of v for beta2 = 0.999 and t = 2?",
    hint_ja="beta2 = 0.999、t = 2 のとき、v を割る数はいくつになりますか。",
)
lr_compounds = family(
    "lr-compounds",
    en="The correction is applied to the learning rate again and again, as when the corrected learning rate is kept in self.lr: the first step is right, and each later one starts from a rate that has been corrected before.",
    ja="学習係数に補正が何度も重なっています。補正した学習係数を self.lr に入れ直したときなどに、こうなります。1 回目は合いますが、2 回目からは補正済みの値をさらに補正しています。",
    hint_en="Print self.lr after each call of update. Should it change?",
    hint_ja="update のたびに self.lr を print してみましょう。変わってよい値でしょうか。",
)
m_not_used = family(
    "m-not-used",
    en="The gradient itself is stepped along, where the average m should be: that is RMSProp with a correction.",
    ja="更新に m ではなく勾配 g をそのまま使っています。これでは(補正つきの)RMSProp です。",
    hint_en="Which of the two averages stands in the numerator?",
    hint_ja="分子に来るのは、どちらの移動平均ですか。",
)
shared_by_keys = family(
    "shared-by-keys",
    en="All keys share one m and one v, so each key's step carries the other keys' gradients, or their shapes clash.",
    ja="すべてのキーが 1 組の m と v を共有しています。ほかのキーの勾配が混ざるか、形状が合わなくなります。",
    hint_en="How many arrays m are there with two parameters?",
    hint_ja="パラメータが 2 つあるとき、m はいくつ必要ですか。",
)
epsilon_added_to_g_adam = family(
    "epsilon-added-to-g",
    en="Epsilon is added to the gradient and not to the root, so an entry whose gradient is 0 still moves by lr.",
    ja="ε を平方根の側ではなく勾配に足しています。勾配が 0 の要素まで lr だけ動いてしまいます。",
    hint_en="Which number must epsilon keep away from 0?",
    hint_ja="ε は、どの数が 0 になるのを防ぐためのものですか。",
)
betas_swapped = family(
    "betas-swapped",
    en="beta1 and beta2 have changed places: beta1 belongs to m, beta2 to v.",
    ja="beta1 と beta2 が入れ替わっています。beta1 は m、beta2 は v のものです。",
    hint_en="Which of the two averages should remember longer?",
    hint_ja="過去の勾配をより長く残すのは、どちらの移動平均ですか。",
)
weights_swapped = family(
    "weights-swapped",
    en="The weights of an average have changed places: the old value is multiplied by 1 - beta and the new gradient by beta.",
    ja="移動平均の重みが逆です。古い値に 1 - beta、新しい勾配に beta を掛けています。",
    hint_en="With beta = 0.9, should the average change quickly or slowly?",
    hint_ja="beta = 0.9 のとき、移動平均はすばやく変わるべきですか、ゆっくり変わるべきですか。",
)
one_minus_beta_forgotten = family(
    "one-minus-beta-forgotten",
    en="m and v add the whole new gradient: the factor 1 - beta before it is missing.",
    ja="m と v に新しい勾配をそのまま足しています。1 - beta が掛かっていません。",
    hint_en="The weights of an average sum to 1. Do yours?",
    hint_ja="移動平均の重みは足して 1 になります。あなたの式ではどうですか。",
)
state_reset = family(
    "state-reset",
    en="m and v are set to 0 in every call of update, so nothing is remembered.",
    ja="update のたびに m と v を 0 に戻しています。前回までの勾配が残りません。",
    hint_en="When should m and v be made: in every call, or in the first?",
    hint_ja="m と v を作るのは毎回ですか、最初の 1 回だけですか。",
)
ascent_adam = family(
    "ascent",
    en="The step is added to the parameters, which climbs the loss; it should be subtracted.",
    ja="更新幅を足しています。これでは損失が大きくなります。引かなければなりません。",
    hint_en="In which direction does the loss fall?",
    hint_ja="損失が小さくなるのは、勾配のどちら向きですか。",
)
caller_sees_nothing = family(
    "caller-sees-nothing",
    en="The caller's params stay as they were, as with new values that are put into a local name or a new dict.",
    ja="update のあとも、呼び出し側の params が変わっていません。新しい値をローカル変数や新しいディクショナリに入れているだけのときなどに、こうなります。",
    hint_en="What is in the caller's params[key] after your last line?",
    hint_ja="最後の行のあと、呼び出し側の params[key] には何が入っていますか。",
)
betas_ignored = family(
    "betas-ignored",
    en="beta1 and beta2 are written as 0.9 and 0.999, so what the caller asks for is ignored.",
    ja="beta1 と beta2 に 0.9 と 0.999 を直接書いています。引数で渡された値が使われていません。",
    hint_en="Where do you use self.beta1 and self.beta2?",
    hint_ja="self.beta1 と self.beta2 は、どこで使っていますか。",
)
state_never_made = family(
    "state-never-made",
    en="m and v are still None when they are read: nobody made the zeros for each key.",
    ja="m と v が None のまま使われています。キーごとの 0 の配列をどこでも作っていません。",
    hint_en="What is self.m in the first call of update, and where should it get its arrays?",
    hint_ja="最初の update で self.m は何ですか。配列はどこで入れるべきでしょうか。",
)
shared_by_keys_momentum = family(
    "shared-by-keys",
    en="All keys share one velocity, so each key's step carries the other keys' gradients, or their shapes clash.",
    ja="すべてのキーが 1 つの速度を共有しています。ほかのキーの勾配が混ざるか、形状が合わなくなります。",
    hint_en="How many velocities are there with two parameters?",
    hint_ja="パラメータが 2 つあるとき、速度はいくつ必要ですか。",
)
momentum_ignored = family(
    "momentum-ignored",
    en="momentum is written as 0.9, so what the caller asks for is ignored.",
    ja="momentum に 0.9 を直接書いています。引数で渡された値が使われていません。",
    hint_en="Where do you use self.momentum?",
    hint_ja="self.momentum は、どこで使っていますか。",
)
