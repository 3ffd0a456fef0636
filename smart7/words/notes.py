"""Words of what people say about figures: notes, questions to their owners with a day, and answers."""

from typing import Final

from smart7.i18n import Text
from smart7.words.common import Words

TITLE: Final = Text("หมายเหตุและคำถาม", "Notes and questions")
NONE: Final = Text("ยังไม่มีหมายเหตุหรือคำถามเกี่ยวกับตัวชี้วัดนี้", "Nobody has written a note or a question here yet.")
FIGURE: Final = Text("{unit} · {period}: {value} ({quality})", "{unit} · {period}: {value} ({quality})")
WHOLE: Final = Text("ตัวชี้วัดนี้โดยรวม", "The indicator as a whole")
ABOUT: Final = Text("ตัวเลข: {figure} ณ วันที่เขียน", "Figure: {figure}, as it stood that day")
KINDS: Final[Words] = {
    "question": Text("คำถาม", "Question"),
    "note": Text("หมายเหตุ", "Note"),
    "answer": Text("คำตอบ", "Answer"),
}
STATES: Final[Words] = {
    "open": Text("รอคำตอบ", "Waits for an answer"),
    "overdue": Text("เลยกำหนดตอบ", "Answer overdue"),
    "answered": Text("ตอบแล้ว", "Answered"),
    "note": Text("หมายเหตุ", "Note"),
}
ICONS: Final = {"open": "◊", "overdue": "▼", "answered": "■", "note": "–"}
BY: Final = Text("{name} · {role} · {day}", "{name} · {role} · {day}")
TO: Final = Text("ถาม{unit}", "To {unit}")
OF: Final = Text("ในนามของ{unit}", "for {unit}")
DUE: Final = Text("ขอคำตอบภายใน {day}", "answer asked for by {day}")
LEFT: Final = Text("อีก {count} วัน", "days left: {count}")
PAST: Final = Text("เลยมา {count} วัน", "days over: {count}")
TODAY: Final = Text("ครบกำหนดวันนี้", "due today")
COUNT_QUESTIONS: Final = Text("คำถาม {count}", "Questions: {count}")
COUNT_OPEN: Final = Text("รอคำตอบ {count}", "waiting for an answer: {count}")
COUNT_OVERDUE: Final = Text("เลยกำหนด {count}", "overdue: {count}")
COUNT_NOTES: Final = Text("หมายเหตุ {count}", "notes: {count}")
OLDER: Final = Text("อีก {count} ข้อ", "{count} more")

# The page of a unit, and what is to be answered on the page of the register.
TO_UNIT: Final = Text("คำถามที่รอหน่วยงานนี้ตอบ", "Questions that wait for this unit")
TO_ANSWER: Final = Text("คำถามที่รอท่านตอบ", "Questions for you to answer")
NONE_TO_ANSWER: Final = Text("ไม่มีคำถามที่รอท่านตอบ", "No question waits for your answer.")
ANSWER: Final = Text("คำตอบ", "Your answer")
SEND_ANSWER: Final = Text("เผยแพร่คำตอบ", "Publish the answer")
ANSWER_SENT: Final = Text("เผยแพร่คำตอบแล้ว", "The answer is published.")
GO_ANSWER: Final = Text("ตอบคำถาม", "Answer it")
OWN: Final = Text("คำถามของท่าน ({count})", "Your questions ({count})")
SHOWN_OF: Final = Text(
    "แสดง {shown} จาก {count} ข้อ ข้อที่ครบกำหนดก่อนอยู่บน", "{shown} of {count} are shown, the first due on top."
)

# The form on the page of an indicator.
WRITE: Final = Text("ถามหรือเขียนหมายเหตุ", "Ask or write a note")
PUBLIC: Final = Text(
    "ทุกคนอ่านข้อความนี้ได้ พร้อมชื่อและบทบาทของท่าน อย่าเขียนข้อมูลส่วนบุคคลของผู้อื่น",
    "Everybody can read this, with your name and role. Write nothing personal about others.",
)
KIND: Final = Text("ชนิดข้อความ", "What you write")
WHICH: Final = Text("เกี่ยวกับตัวเลขใด", "About which figure")
TEXT: Final[Words] = {
    "question": Text("คำถาม", "Your question"),
    "note": Text("หมายเหตุ", "Your note"),
}
BY_WHEN: Final = Text("ขอคำตอบภายใน", "Answer asked for by")
IN_DAYS: Final = Text("{day} (อีก {count} วัน)", "{day} (in {count} days)")
SEND: Final[Words] = {
    "question": Text("ส่งคำถาม", "Ask"),
    "note": Text("เขียนหมายเหตุ", "Write the note"),
}
SENT: Final[Words] = {
    "question": Text(
        "ส่งคำถามแล้ว หน่วยงานเจ้าของจะเห็นในหน้า “ส่งและอนุมัติตัวเลข”",
        "Asked. The unit sees it on the page “Hand in and approve”.",
    ),
    "note": Text("เขียนหมายเหตุแล้ว", "The note is written."),
}
WITHDRAW: Final = Text("ถอนข้อความ", "Withdraw something")
WITHDRAW_ABOUT: Final = Text(
    "ข้อความที่ถอนจะไม่แสดงอีก แต่ยังอยู่ในบันทึกของผู้ดูแลระบบ คำถามที่มีคำตอบแล้วถอนไม่ได้",
    "What is withdrawn is shown no more; the administrators' record keeps it. A question that was answered stays.",
)
WHICH_TEXT: Final = Text("ข้อความ", "Which")
WITHDRAW_IT: Final = Text("ถอน", "Withdraw it")
WITHDRAWN: Final = Text("ถอนข้อความแล้ว", "It is withdrawn.")
SIGN_IN: Final = Text("เข้าสู่ระบบ", "Sign in")
SIGN_IN_FIRST: Final = Text(
    "สมาชิกสภาและเจ้าหน้าที่ที่มีบัญชี ถามหรือเขียนหมายเหตุได้",
    "Councillors and staff with an account can ask or write a note.",
)

# What is refused.
EMPTY: Final = Text("ยังไม่ได้เขียนข้อความ โปรดเขียนก่อนส่ง", "Nothing is written yet. Write something first.")
TOO_LONG: Final = Text(
    "ข้อความยาวเกิน {most} ตัวอักษร โปรดเขียนให้สั้นลง", "The text is longer than {most} characters. Make it shorter."
)
BAD_DUE: Final = Text(
    "วันที่ขอคำตอบต้องอยู่หลังวันนี้ และไม่เกิน {most} วัน เลือกวันใหม่",
    "The day must be after today and within {most} days. Choose another.",
)
NO_FIGURE: Final = Text(
    "ตัวเลขนี้ไม่ใช่ตัวเลขที่แสดงอยู่แล้ว โปรดเลือกตัวเลขใหม่",
    "This figure is not the one in service any more. Choose the figure again.",
)
NOT_THERE: Final = Text("ไม่พบข้อความนี้ อาจถูกถอนไปแล้ว", "It is not there; it may have been withdrawn.")
ANSWERED: Final = Text(
    "คำถามนี้มีคำตอบแล้ว ถอนคำตอบเดิมก่อน แล้วตอบใหม่",
    "This question is answered already. Withdraw that answer first, then answer anew.",
)
HAS_ANSWER: Final = Text(
    "คำถามนี้มีคำตอบแล้ว จึงถอนไม่ได้ ขอให้ผู้ดูแลระบบเอาออกได้",
    "This question was answered, so it stays. An administrator can take both off.",
)

# The slide of a question.
SLIDE_KICKER: Final = Text("คำถาม · {name}", "A question · {name}")
SLIDE_ASKED: Final = Text("ถามโดย {name} · {role} · {day}", "Asked by {name} · {role} · {day}")
SLIDE_ANSWERED: Final = Text("ตอบโดย {name} · {role} · {unit} · {day}", "Answered by {name} · {role} · {unit} · {day}")
SLIDE_OPEN: Final = Text("{unit} ยังไม่ได้ตอบ ขอคำตอบภายใน {day}", "{unit} has not answered yet; asked for by {day}")
SLIDE_FIGURE: Final = Text("ตัวเลขเมื่อถาม: {figure}", "The figure when it was asked: {figure}")
SLIDE_GONE: Final = Text("คำถามนี้ถูกถอน หรือเปิดสมุดบันทึกไม่ได้", "the question was withdrawn, or the ledger cannot be read")
ADD: Final = Text("เพิ่มคำถาม", "Add a question")
CHOOSE: Final = Text("คำถาม", "Question")
NO_QUESTIONS: Final = Text("ยังไม่มีใครถามคำถาม", "Nobody has asked a question yet.")
