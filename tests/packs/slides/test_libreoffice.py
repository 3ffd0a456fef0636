"""The PowerPoint of a pack as another office reads it; only where LibreOffice is installed."""

import io
import shutil
import subprocess

import pypdf
import pytest
from pptx import Presentation

from smart7.packs.slides import deck
from tests.packs import examples

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_every_slide_with_its_headline(tmp_path):
    content = deck.build(examples.pack())
    (tmp_path / "pack.pptx").write_bytes(content)
    command = [OFFICE, "--headless", f"-env:UserInstallation={(tmp_path / 'home').as_uri()}", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "pack.pptx")], check=True, timeout=180)
    pages = pypdf.PdfReader(tmp_path / "pack.pdf").pages
    assert len(pages) == len(Presentation(io.BytesIO(content)).slides)
    assert all(page.extract_text().strip() for page in pages)
