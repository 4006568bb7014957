"""How likely a text is in one of the languages whose encodings people still use, character by character.

Names of files and comments are short: a library that counts pairs of characters in pages of text has too little to count. So
each language has what is frequent in it, some hundred characters by heart, and what its own standard calls common and rare.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

_ASCII = math.log(1 / 60)
_ANY = math.log(1 / 200)  # of a character of UTF-8, whichever
_NEVER = math.log(1e-9)  # of signs, and of what could not be decoded
_SHIFT = math.log(0.03)  # of an odd neighbour: `é` in kana, a capital in a word, a lone ideograph among Latin letters

_WIDE = "　、。「」（）・：；，．！？～＿－＋＝＊／％…→０１２３４５６７８９"
_SIGNS = "『』［］【】〔〕《》〈〉“”‘’―←↑↓○●◎△□■◆★☆×÷≦≧≠±∞＆＃＠" + "".join(
    map(chr, [*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)])
)
_HIRAGANA = "".join(map(chr, range(0x3041, 0x3094))) + "ゝゞ"
_KATAKANA = "".join(map(chr, range(0x30A1, 0x30F7))) + "ー"
_HALF_KATAKANA = "".join(map(chr, range(0xFF66, 0xFFA0))) + "｡｢｣､･"
_KANJI = (
    "課題提出解答宿題演習問練第回章節週目日月年次数学習深層機械関数活性化出入力値計算重勾配行列微分誤差損失順伝播逆更新率"
    "正規化初期定義実装結果確認説明例表示図画像読書込保存最終版改訂完成作成編集用紙報告資料電子情報工科大学院部生番号名前氏"
    "山田佐藤鈴木高橋中村小林加藤吉川井上松本清水森池石渡辺伊斎三二一四五六七八九十百千万原前後左右内外青赤白黒金銀土火西南"
    "北東京岡島崎口谷長谷野村和近今福太郎次一美子恵香真由紀奈菜陽翔健司浩之雄介光人智大輔直樹秀明幸宏隆誠優花葉桜彩理沙麻衣"
    "的要求必須追加削除変更修止開始終了処対象条件繰返引渡戻代同時全各他以下上間違合比較配列要素平均和差積割乗方向法式"
    "試験評価点採自動手元先頭末尾番無有効使取得設置文字型整浮動少複簡単基本応体例注意事項参考考私僕何度分自成功失敗"
    "見本新古旧複写丸ご質回答総思通信号語言英国世界地球水木金曜午前当者研究室員員教授担先生授業講義"
)
_SIMPLIFIED = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事"
    "成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此"
    "已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代"
    "内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安"
    "少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光"
    "放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔"
    "作业练习题答案提交报告实验课程章节周次函数激活层损失梯度向前反向传播输入输出矩阵训练测试代码文件夹新建副本最终版修改"
    "初始化返回值计算求导参数权重偏置归一学号姓名班级组李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓"
    "许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎"
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛超秀霞平刚桂英华建国志明红玉兰文斌宇浩轩晨雨欣怡佳琪子涵梓俊豪雪婷梅琳晓东波辉健翔鹏飞"
    "注释说明定义类方法对象循环数组列表字典导库错误正确结束开始使用添加删除查找排序神经网络深度学机器例检"
)
_TRADITIONAL = (
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事"
    "成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此"
    "已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代"
    "內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安"
    "少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光"
    "放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運筆"
    "作業練習題答案提交報告實驗課程章節週次函數激活層損失梯度向前反向傳播輸入輸出矩陣訓練測試程式碼檔案資料夾新增副本最終版修改"
    "初始化回傳值計算微分參數權重偏差學號姓名班級組李王張劉陳楊趙黃周吳徐孫胡朱高林何郭馬羅梁宋鄭謝韓唐馮于董蕭程曹袁鄧"
    "許傅沈曾彭呂蘇盧蔣蔡賈丁魏薛葉閻余潘杜戴夏鍾汪田任姜范方石姚譚廖鄒熊金陸郝孔白崔康毛邱秦江史顧侯邵孟龍段雷錢湯尹黎"
    "偉芳娜敏靜麗強磊軍洋勇豔傑娟濤超秀霞平剛桂英華建國志明紅玉蘭文斌宇浩軒晨雨欣怡佳琪子涵俊豪雪婷梅琳曉東波輝健翔鵬飛"
    "註解說明定義類別方法物件迴圈陣列清單字典匯入錯誤正確結束開始使用刪除查找排序神經網路深度機器例檢雅淑惠美玲宗翰家豪志冠廷"
)  # fmt: skip
_HANGUL = (
    "이다는의에을를가로하고지은한기서도사어자리인스시나라대해일정아그들수것과만전보부여장구제원공상주으세니게연면기성있었했"
    "모무문방국경신오학계때동소조내우생비용위물관진안치실개선결더마요각트드음유분명적화간단체행발산말당양반점중저금회입출력"
    "과제숙제답안보고서실습연습문제풀이최종수정본제출차주장절코드파일폴더새복사함활성층손실기울기역전파순전파행렬미분학습훈련"
    "김이박최정강조윤임한오서신권황안송류전홍고문양손배백허남심노하곽성차주우구나민유진지엄채원천방공현변염여추도석선설마길"
    "민준서연예하윤도현우지호은수빈영철희숙경미자순재훈상혁태형승규동욱건진용석환석범찬혜린아름슬별솔나래가람다온소율채"
    "딥러닝머신파이썬프로그램기초번호이름조별반과목교수님대학교컴퓨터공학과데이터구현예결값변출클래스메서초기화반환곱더셈빼"
    "월화수목금토요및또예시설명주석오류확인완료사용합니다입니다됩니다않없같된될할때위해통따른까부터까지며면서거나경우그리러므로테스트"
)  # fmt: skip
_CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёъ"  # most frequent first
_UKRAINIAN = "іїєґўѓќјљњћџ"
_LATIN = "éäöüèàçáíóñåêâôøßëîïæúãõûùòìąćęłńśźżčšžřěůýőűğışœ"

_IDEOGRAPH = re.compile(r"[\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")


def _pools(*pools: tuple[str, float]) -> Callable[[str], float | None]:
    known: dict[str, float] = {}
    for letters, weight in pools:
        letters = "".join(dict.fromkeys(letters))
        for one in letters:
            known.setdefault(one, math.log(weight / len(letters)))
    return known.get


@cache
def _frequent(language: str) -> Callable[[str], float | None]:
    return {
        "ja": lambda: _pools((_HIRAGANA, 0.3), (_KATAKANA, 0.25), (_KANJI, 0.35), (_WIDE, 0.03), (_SIGNS, 0.003), (_HALF_KATAKANA, 0.002)),
        "zh": lambda: _pools((_SIMPLIFIED, 0.85), (_WIDE, 0.03), (_SIGNS, 0.003)),
        "zh_tw": lambda: _pools((_TRADITIONAL, 0.85), (_WIDE, 0.03), (_SIGNS, 0.003)),
        "ko": lambda: _pools((_HANGUL, 0.93), (_WIDE, 0.01), (_SIGNS, 0.003)),
        "ru": lambda: _pools(
            *((letter, 0.11 * 0.88**rank) for rank, letter in enumerate(_CYRILLIC)), (_UKRAINIAN, 0.002)
        ),
        "west": lambda: _pools((_LATIN[:20], 0.2), (_LATIN[20:], 0.04), ("°²µ", 0.03), ("³·–—’‘“”«»€£§", 0.004)),
    }[language]()  # fmt: skip


LANGUAGES = {
    "cp932": "ja",
    "euc_jp": "ja",
    "gb18030": "zh",
    "cp950": "zh_tw",
    "cp949": "ko",
    "cp866": "ru",
    "cp1251": "ru",
    "koi8-r": "ru",
    "cp437": "west",
    "cp850": "west",
    "cp1250": "west",
    "cp1252": "west",
    "utf-8": "any",
}
# What is seldom met, and then only if the text says so clearly.
ZIPS = {
    "cp437": 0,
    "cp932": 0,
    "gb18030": 0,
    "cp950": 0,
    "cp949": 0,
    "cp866": 0,
    "cp1251": -1,
    "cp850": -1,
    "cp1252": -3,
}
SOURCES = {"utf-8": 0, "cp932": 0, "gb18030": 0, "cp950": 0, "cp949": 0, "cp1251": 0, "cp1252": 0, "euc_jp": -1, "koi8-r": -2, "cp1250": -4, "cp866": -4}  # fmt: skip


class Guess(NamedTuple):
    """
    Attributes:
        mean: how sure it is, the logarithm of how likely the text is, for each byte that is no ASCII.
    """

    encoding: str
    mean: float


def guess(data: bytes, among: Mapping[str, float]) -> Guess:
    """In which encoding a text is likely to be; its time grows with the length of `data`. `among` has a logarithm of how
    likely each is before the text is looked at."""
    found = {
        encoding: likelihood(data.decode(encoding, "replace"), LANGUAGES[encoding]) + before
        for encoding, before in among.items()
    }
    best = max(found, key=lambda one: found[one])
    # what is ASCII in all of them says nothing
    plain = sum(byte < 0x80 for byte in data)
    return Guess(best, (found[best] - plain * _ASCII) / max(1, len(data) - plain))


# The standard in which a language's characters are ordered: common ones first, each with the first bytes of both halves.
_ORDER = {
    "ja": ("euc_jp", range(0xB0, 0xD0), range(0xD0, 0xF5)),
    "zh": ("gb2312", range(0xB0, 0xD8), range(0xD8, 0xF8)),
    "zh_tw": ("big5", range(0xA4, 0xC7), range(0xC9, 0xFA)),
    "ko": ("euc_kr", range(0xB0, 0xC9), range(0, 0)),
}
_COMMON, _RARE, _OTHER = math.log(0.06 / 3000), math.log(0.003 / 3500), math.log(0.0003 / 15000)


def likelihood(said: str, language: str) -> float:
    """The logarithm of how likely a text is in a language, as far as it is not ASCII and beside what is not."""
    total = 0.0
    before = " "
    for one in said:
        total += _ASCII if one < "\x80" else _single(one, language)
        if (one >= "\x80" or before >= "\x80") and _is_odd(before, one, language):
            total += _SHIFT
        before = one
    return total


@lru_cache(maxsize=1 << 15)
def _single(one: str, language: str) -> float:
    if language == "any":  # that bytes make sense in UTF-8 is no chance
        return _NEVER if one == "\ufffd" else _ANY
    frequent = _frequent(language)
    found = frequent(one)
    if found is None and one.lower() != one:
        found = frequent(one.lower())
        found = None if found is None else found + math.log(0.3)
    if found is not None:
        return found
    if language in _ORDER and _IDEOGRAPH.match(one):
        encoding, common, rare = _ORDER[language]
        try:
            first = one.encode(encoding)[0]
        except UnicodeEncodeError:
            return _OTHER
        return _COMMON if first in common else _RARE if first in rare else _OTHER
    return _NEVER


def _is_odd(before: str, one: str, language: str) -> bool:
    """Whether two characters hardly ever stand beside each other."""
    if language == "any" or not before.isalpha():
        return False
    if not one.isalpha():
        # the second byte of a wide sign may be a letter of the word that it splits: `f〉 x` for `für x`
        return before < "\x80" <= one
    if language in ("ru", "west") and before.islower() and one.isupper():
        return True
    if language == "west":  # most words have one accent
        return before >= "\x80" and one >= "\x80"
    return (before < "\x80") != (one < "\x80")
