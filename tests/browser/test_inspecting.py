"""The inspector, as a learner uses it: with a mouse, with a finger, with the keys; its value is read in Python."""

from __future__ import annotations

from collections.abc import Callable

from lab_in_browser import Notebook
from playwright.sync_api import expect
from widget_in_browser import COUNT_MODELS, Shown, models

ODD = "🌍 the Мember\u200b States’ <b>plan</b> $x$ – 𝒜\u00a0end.\nA second line"


class Inspector(Shown):
    """An inspector in an open notebook, and what one does with it."""

    OPEN = "from helpers.widgets import inspector\nodd = inspector({arguments})\nodd"

    def hover(self, words: str, share: float = 0.5) -> None:
        """Move over words that stand in one piece on the page, to this share of their width."""
        left, top, right, _ = self.where(words)
        self.mouse.move(left + share * (right - left), top)

    def counts(self, words: str) -> None:
        expect(self.panel.locator(".widget-html")).to_contain_text(words)

    def mark(self, label: str):
        return self.page.locator(f"mark[data-label='{label}']")


def test_the_mouse_tells_each_character_and_a_click_cleans(opened: Callable[..., Inspector]):
    inspector = opened(Inspector)
    expect(inspector.page.locator("mark")).to_have_count(4)
    inspector.mark("CYRILLIC EM").hover()
    inspector.says("text[200] “М” CYRILLIC CAPITAL LETTER EM · code point U+041C (number 1052) · script: Cyrillic")
    inspector.hover("ember States, ", 0.02)
    inspector.says("text[201] “e” LATIN SMALL LETTER E · code point U+0065 (number 101) · script: Latin")
    inspector.counts("0 characters changed, 0 characters moved.")
    inspector.panel.get_by_label("letters in disguise (1)").check()
    inspector.counts("1 character changed, 0 characters moved.")
    expect(inspector.mark("was CYRILLIC EM")).to_have_text("M")
    inspector.notebook.holds("odd.value.count('Member States')", 1)
    inspector.panel.get_by_label("letters in disguise (1)").uncheck()
    inspector.notebook.holds("odd.value.count('Member States')", 0)
    assert inspector.notebook.pale_words_in_both_themes() == []
    assert inspector.notebook.lab.outside == []


def test_the_keys_alone_do_all_of_it(opened: Callable[..., Inspector]):
    inspector = opened(Inspector, ascii(ODD))
    inspector.page.focus()
    inspector.press("ArrowRight")
    inspector.says("text[0] “🌍” EARTH GLOBE EUROPE-AFRICA")
    inspector.press("ArrowRight", "ArrowRight")
    inspector.says("text[2] “t” LATIN SMALL LETTER T")
    inspector.press("ArrowDown")
    inspector.says("text[6] “М” CYRILLIC CAPITAL LETTER EM")
    inspector.press("ArrowDown")
    inspector.says("text[12] ZERO WIDTH SPACE · code point U+200B (number 8203) · invisible")
    inspector.press("ArrowUp", "ArrowUp")
    inspector.says("There is no further mark in this direction.")
    inspector.press("End")
    inspector.says(f"text[{len(ODD) - 1}] “e”")
    inspector.press("ArrowRight", "Home", "ArrowLeft", *["ArrowDown"] * 5)
    inspector.says(f"text[{ODD.index(chr(0xA0))}] NO-BREAK SPACE")
    inspector.press("ArrowLeft")
    inspector.says(f"text[{ODD.index('𝒜')}] “𝒜” MATHEMATICAL SCRIPT CAPITAL A")
    inspector.press("Shift+Tab", "Shift+Tab", "Space")
    inspector.counts("1 character changed, 0 characters moved.")
    inspector.notebook.holds("odd.value == __import__('helpers').texts.clean_text(odd.value, ['spaces'])", True)
    inspector.kept_all_keys()


def test_what_is_invisible_has_a_sign_that_takes_no_place(opened: Callable[..., Inspector]):
    inspector = opened(Inspector, ascii(ODD))
    sign = inspector.mark("ZERO WIDTH SPACE")
    expect(sign).to_have_text("\u200b", use_inner_text=False)
    assert sign.bounding_box()["width"] > 40
    sign.hover()
    inspector.says("text[12] ZERO WIDTH SPACE")
    assert inspector.page.evaluate("page => page.textContent") == ODD
    assert inspector.page.locator("b").count() == 0  # text from a document stays text
    inspector.page.focus()
    inspector.press("End", *["ArrowLeft"] * 13)
    inspector.says("LINE FEED")
    expect(inspector.page.locator("[data-sign='↵']")).to_have_count(1)
    assert inspector.page.evaluate("page => page.textContent") == ODD
    assert inspector.notebook.pale_words_in_both_themes() == []


def test_each_half_of_a_letter_is_the_letter(opened: Callable[..., Inspector]):
    inspector = opened(Inspector, "'met wwww.'")
    left, middle, right, _ = inspector.where("wwww")
    for share, place in [(0.05, 4), (0.2, 4), (0.3, 5), (0.45, 5), (0.8, 7), (0.95, 7)]:
        inspector.mouse.move(left + share * (right - left), middle)
        inspector.says(f"text[{place}] “w”")


def test_what_is_looked_at_stays_when_a_step_is_taken(opened: Callable[..., Inspector]):
    inspector = opened(Inspector, "'\\U0001d40c Ａ ＢＣ\u2019s'")
    inspector.page.focus()
    inspector.press("End", "ArrowLeft")
    inspector.says("text[6] “’” RIGHT SINGLE QUOTATION MARK")
    inspector.panel.get_by_label("apostrophes and single quotes (1)").check()
    inspector.says("text[6] “'” APOSTROPHE")
    inspector.panel.get_by_label("letters in disguise (3)").check()
    inspector.counts("4 characters changed, 0 characters moved.")
    inspector.says("text[6] “'” APOSTROPHE")


def test_a_finger_taps_a_character(opened: Callable[..., Inspector]):
    inspector = opened(Inspector, ascii(ODD))
    left, top, right, _ = inspector.where("plan")
    inspector.tap(left + (right - left) / 8, top)
    inspector.says(f"text[{ODD.index('plan')}] “p”")


def test_two_of_them_do_not_disturb_each_other_and_a_second_run_keeps_the_steps(open_cells: Callable[..., Notebook]):
    notebook = open_cells(
        Inspector.OPEN.format(arguments=ascii(ODD)),
        f"other = inspector({ODD!a})\nother",
        COUNT_MODELS,
    )
    notebook.run_all()
    one, two = Inspector(notebook), Inspector(notebook, 1)
    one.panel.get_by_label("hyphens (1)").check()
    two.panel.get_by_label("spaces (1)").check()
    for _ in range(2):
        notebook.holds("'–' in odd.value, '\\xa0' in odd.value", (False, True))
        notebook.holds("'–' in other.value, '\\xa0' in other.value", (True, False))
        before = models(notebook)
        notebook.run_all()
        assert models(notebook) == before
    expect(notebook.panel().locator(".course-view")).to_have_count(2)
    expect(one.mark("was EN DASH")).to_have_text("-")


def test_a_step_is_seen_within_a_fifth_of_a_second(opened: Callable[..., Inspector]):
    inspector = opened(Inspector, "")
    label = "apostrophes and single quotes (3)"
    waits = inspector.panel.evaluate(
        """async (panel, label) => {
            const box = [...panel.querySelectorAll('label')].find(one => one.textContent.includes(label))
                .querySelector('input');
            const line = panel.querySelector('.widget-html');
            const waits = [];
            for (let turn = 0; turn < 9; turn += 1) {
                const [began, before] = [performance.now(), line.textContent];
                box.click();
                while (line.textContent === before) await new Promise(requestAnimationFrame);
                waits.push(performance.now() - began);
            }
            return waits;
        }""",
        label,
    )
    assert sorted(waits)[len(waits) // 2] < 200


def test_where_widgets_do_not_run_the_page_and_its_table_stand(open_still: Callable[..., Notebook]):
    notebook = open_still("inspector()")
    expect(notebook.panel().locator("mark", has_text="CYRILLIC EM").first).to_be_visible()
    expect(notebook.panel().get_by_role("row", name="text[200]")).to_contain_text("U+041C")
