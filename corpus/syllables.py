"""Syllables that plans are written with, for the repair of scans: `python -m corpus.syllables`.

Writes patterns/syllables.csv from the sample plans, the tables of patterns/ and the words of
every text below. A syllable that stands here is a word as it is: OCR that gives one is believed
unless its neighbour speaks against it.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from corpus.build import samples
from corpus.render import RENDERERS
from extract.readers.ocr_compounds import can_be_said
from extract.text import fold
from patterns import load_csv

TABLE = Path(__file__).resolve().parents[1] / "patterns" / "syllables.csv"
DAMAGED = ("p35_ocr", "p51_xa_ho_so_lon_xon")
COMMON = """
à ai anh ạ ăn âm ẩm ấm ấy ba bà bả bác bạc bạn bánh bao bay bày bát băng bằng bắn bé bề bể bến bền
bên bếp béo bị bia bìa bít bò bó bỏ bóng bọn bốc bộc bổn bốn bông bơi bớt bù bụi bùn buộc buồn bữa
bức cạn cạo cau cay cày cắm cắn cặp câm cầm cấm cẩn cân cát cay cấy cháo cháu chảy chạy chân chậm
chén cheo chết chi chỉ chị chìa chiếc chiều chim chín chịu cho chó chỗ chờ chở chợ chủ chú chục
chung chúng chuỗi chuyện chưa chữ co cò có cỏ cô cố cổ cỗ cốc cộc còn con cọc cỡ cũ của củi cụm cũng
cùng cứ cứng cửa cưới dài dãy dạy dày dần dâng dầu dậy dây dễ dép dọc dòng dù dùng dừng đã đá đạp
đau đay đắm đắng đặt đâu đậu đấy đen đeo đẹp đê để đè đèn đêm đếm đều đi đĩa đo đò đỏ đó độ đổ đỗ
đôi đối đổi đón đóng đọc đồ đợi đợt đơn đủ đúng đun đứng đường em ép gà gạo gạch gãy gặp gần gì giày
giá già gió giỏi giống giờ giúp giữ giữa góc gọi gom gỗ gối hai ham hàm hát hay hãy hầm hậu hè hẹp
hẹn hề hết hoa họ hỏi hoặc hôm hôn hơi hơn hở hợp hư hút hứa ít kém kéo keo kẻ kể kèm kê khách khi
khó khóa khỏi khô không kia kịch kín kính là lá lạ lại lạnh làng lao láng lát lăng lắm lần lấn lâu
lấy lên lẻ lít lo lò loài loại lọc lô lối lỗi lộ lớn lớp lùi lúa lúc lửa lưới lười ly mà má mạ mãi
màn mạng màu máu may mau mắc mắt mẫu mây mất mấy mẹ mèo mét miền miệng mình mọi món mong mọc mô mổ
một mời mới mở mỡ mua mùa mũi mưa mười mướn nam nào này nay nặng nắm nằm nắng nấu né nền nên nếu nếp
ngay ngã ngắn ngăn ngập ngân ngủ ngồi ngọn ngọt ngõ ngửi nghe nghỉ nhau nhà nhẹ nhé nhiều nhìn nhỏ
như những nhưng nhựa nó nói nón nóng nổ nỗi nộp nơi nợ nung nút nửa ong ô ốm ông ổ ở ơn phá phà phải
phép phim phí phố phơi phụ phút qua quá quả quà quanh quạt quét quên quý ra rau rảnh rất rằng rẻ rẽ
rìa riêng rõ rơi rồi rời rủ ruộng rượu rưỡi sách sai sang sau say sắc sắt sẽ sen sét sinh sóng sông
sống sốt sơn sợ suối súng sửa sữa tách tai tay tám tắm tắt tấm tập tất tên thả thang tháng thay thấy
thấp thăm theo thẻ thì thịt thóc thôi thông thối thơ thờ thợ thu thua thuê thùng thuốc thuộc thửa
thứ tim tình tiếng tối tôi tốt tờ tới tơ trai trạm tranh trăm trắng trâu trên trong tròn trốn trời
trở trù trú trừ tuổi tủ tuy túi tục từ từng tự tường tưới ủ úng uống và vai vào vay vàng vắng vẫn
vậy vẽ vẻ về ví vì vị việc vịt với vở vợ vui vừa vườn xa xã xâm xấu xăng xe xem xin xong xóm xót xôi
xuân xuống xử xưa xưởng ý yên yếu
hạ hồng hà hải hùng hưng khánh kiên kiều lâm lan liên linh long lộc lương mai mạnh mỹ nga ngà ngọc
nguyễn ngô nhung phan phạm phú phúc phượng quang quân quế quyên sơn tâm tân thái thanh thạch thắng
thịnh thọ thu thuận tiến toàn trà trang trần trịnh trung tú tuấn tùng tuyết vân việt vinh vũ xuân yến
đặng đào đinh đỗ đông đức dũng dương giang bắc bảo bích bình cẩm cao châu chi côn cường diệp hằng
"""
"""Words of every text, and the names that plans hold most; they need not be complete."""

_WORD = re.compile(r"[^\W\d_]{1,7}")


def find_syllables() -> set[str]:
    """Return the syllables, in small letters."""
    texts = [RENDERERS["txt"](s).decode() for s in samples() if s.name not in DAMAGED]
    counted = Counter(w for text in texts for w in _WORD.findall(text.lower()))
    found = {word for word, count in counted.items() if count > 1}
    found.update(COMMON.split())
    for table in ("agencies", "laws", "compounds"):
        for row in load_csv(table):
            found.update(_WORD.findall(" ".join(row.values()).lower()))
    return {word for word in found if can_be_said(word)}


def main() -> None:
    by_letter: dict[str, list[str]] = {}
    for word in sorted(find_syllables(), key=lambda w: (fold(w), w)):
        by_letter.setdefault(fold(word)[0], []).append(word)
    lines = [
        "# Syllables that are words as they stand, by first letter without marks.",
        "# Made by `python -m corpus.syllables`.",
        "letter,syllables",
        *(f"{letter},{' '.join(words)}" for letter, words in by_letter.items()),
    ]
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
