"""What lies in a zip: XLSX, DOCX, ODT and the package are zips."""
import io
import zipfile


def parts_of(file):
    """All text of all parts, zips within zips too; names and comments count as text."""
    found = []
    with zipfile.ZipFile(file) as parts:
        for part in parts.infolist():
            content = parts.read(part)
            found.append(part.filename)
            if content.startswith(b"PK"):
                found.append(parts_of(io.BytesIO(content)))
            else:
                found.append(content.decode("utf-8", errors="replace"))
    return "\n".join(found)
