"""Files are rewritten in canonical form, all of them or none."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given

from kinescript.cli._notation import canonical, first_comment, parsed
from kinescript.model import Prescription
from kinescript.testing import prescriptions

Run = Callable[..., Result]
EXAMPLES = sorted(Path("examples").glob("*.kine"))
LOOSE = "Squat:   3 \N{MULTIPLICATION SIGN} 10; 3 times a day\n"
TIDY = "Squat: 3 x 10; 3/day\n"
WRONG = "Squat: 12-8\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run commands in a folder of their own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(folder: Path, **texts: str) -> None:
    """Write files in the notation."""
    for name, text in texts.items():
        (folder / f"{name}.kine").write_text(text, encoding="utf-8")


def texts(folder: Path) -> dict[str, str]:
    """Return what every file in *folder* holds."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def test_files_are_rewritten(run: Run, folder: Path) -> None:
    """A file gets its canonical form, and each file has a line that says whether it did."""
    put(folder, loose=LOOSE, tidy=TIDY)

    result = run("fmt", "loose.kine", "tidy.kine", "loose.kine")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "loose.kine: rewritten\ntidy.kine: unchanged\n"
    assert texts(folder) == {"loose.kine": TIDY, "tidy.kine": TIDY}


@given(prescriptions())
def test_the_canonical_form_stays(prescription: Prescription) -> None:
    """What is in canonical form says the same, and is not rewritten."""
    text = canonical(prescription)

    assert parsed(text) == prescription
    assert canonical(parsed(text)) == text
    assert first_comment(text) is None


@pytest.mark.parametrize(
    ("texts_", "status", "told"),
    [
        ({"a": LOOSE, "b": TIDY}, 1, "a.kine: would be rewritten\nb.kine: unchanged\n"),
        ({"a": TIDY, "b": TIDY}, 0, "a.kine: unchanged\nb.kine: unchanged\n"),
        ({"a": LOOSE, "b": WRONG}, 1, "a.kine: would be rewritten\n"),
    ],
    ids=["loose", "tidy", "wrong"],
)
def test_checking_writes_nothing(
    run: Run, folder: Path, texts_: dict[str, str], status: int, told: str
) -> None:
    """With --check the status is 1 if a file would change, and all stay as they are."""
    put(folder, **texts_)
    before = texts(folder)

    result = run("fmt", "--check", "a.kine", "b.kine")

    assert (result.exit_code, result.stdout) == (status, told)
    assert texts(folder) == before


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (WRONG, "bad.kine:1:8: expected the low bound first, got 12 to 8\n"),
        ("", "bad.kine: expected a prescription, got an empty text\n"),
        (
            f"{TIDY}Plank: 30 s # or less\n",
            (
                "bad.kine:2:13: this comment would be lost: keep the file as it is, "
                "or add --drop-comments\n"
            ),
        ),
    ],
    ids=["wrong", "empty", "comment"],
)
def test_one_bad_file_keeps_all_as_they_are(run: Run, folder: Path, bad: str, reason: str) -> None:
    """Nothing is written if any file is wrong or has comments."""
    put(folder, bad=bad, loose=LOOSE)
    before = texts(folder)

    result = run("fmt", "loose.kine", "bad.kine")

    assert (result.exit_code, result.stdout, result.stderr) == (1, "", reason)
    assert texts(folder) == before


def test_comments_go_where_that_is_said(run: Run, folder: Path) -> None:
    """With --drop-comments a file with comments is rewritten without them."""
    put(folder, a=f"# mine\n{LOOSE}")

    result = run("fmt", "a.kine", "--drop-comments")

    assert (result.exit_code, result.stdout) == (0, "a.kine: rewritten\n")
    assert texts(folder) == {"a.kine": TIDY}


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("# all", 1),
        ("Squat: 3 # some", 10),
        ("\t# after a tab", 2),
        ('Squat: 3 # "quoted"', 10),
        ('note: "a # b" # c', 15),
        (r'note: "a \" # b" # c', 18),
        ('note: 5" band # no', None),
        ("note: a#b", None),
        ("note: a", None),
    ],
)
def test_comments_are_found(line: str, column: int | None) -> None:
    """A comment starts with # at the start of a line or after a space, outside of quotes."""
    place = None if column is None else (2, column)

    assert first_comment(f"title: T\n{line}") == place
    kept = line if column is None else line[: column - 1]
    assert parsed(f"title: T\n{line}") == parsed(f"title: T\n{kept}")


def test_documents_are_refused(run: Run, folder: Path) -> None:
    """A JSON document has no canonical form to rewrite it in."""
    (folder / "rx.json").write_text("{}", encoding="utf-8")

    result = run("fmt", "rx.json")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "rx.json: expected a file in the notation, got a JSON document\n"


@pytest.mark.usefixtures("folder")
def test_a_missing_file_is_told(run: Run) -> None:
    """A file that is not there is bad input."""
    result = run("fmt", "missing.kine")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "missing.kine: no such file or directory\n"


def test_modes_and_links_stay(run: Run, folder: Path) -> None:
    """A rewritten file keeps its mode, and a link to it stays a link."""
    put(folder, real=LOOSE)
    (folder / "real.kine").chmod(0o640)
    (folder / "link.kine").symlink_to("real.kine")

    result = run("fmt", "link.kine")

    assert result.exit_code == 0
    assert (folder / "link.kine").is_symlink()
    assert (folder / "real.kine").stat().st_mode & 0o777 == 0o640
    assert texts(folder) == {"link.kine": TIDY, "real.kine": TIDY}


@pytest.mark.usefixtures("_at_the_root")
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_examples_are_in_canonical_form(run: Run, example: Path) -> None:
    """The examples look as the library writes them."""
    assert run("fmt", "--check", str(example)).exit_code == 0
