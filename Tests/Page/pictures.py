"""Takes the pictures of the page that stand in docs/: `make page-pictures`.

The day is fixed, so that the pictures change only where the page does.
"""

import pathlib
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

from conftest import ADDRESS, NOW, PLAN, chromium, publish

SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}


def main(target):
    with tempfile.TemporaryDirectory() as exports, sync_playwright() as playwright:
        publish(pathlib.Path(exports), "--base-url", ADDRESS)
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for device, size in SIZES.items():
            for scheme in ("light", "dark"):
                for language in ("vi", "en"):
                    picture = pathlib.Path(target) / f"page-{device}-{scheme}-{language}.png"
                    context = browser.new_context(
                        viewport=size, color_scheme=scheme, timezone_id="Asia/Ho_Chi_Minh",
                        is_mobile=device == "phone", device_scale_factor=2 if device == "phone" else 1,
                    )
                    page = context.new_page()
                    page.clock.set_fixed_time(NOW)
                    page.goto(f"file://{exports}/{PLAN}/index.html")
                    if language == "en":
                        page.get_by_text("English", exact=True).first.click()
                    # The beginning of the page, and of the year.
                    clip = {"x": 0, "y": 0, "width": size["width"], "height": 2 * size["height"]}
                    page.mouse.move(0, 0)
                    page.screenshot(path=picture, full_page=True, clip=clip)
                    subprocess.run(
                        ["pngquant", "--force", "--skip-if-larger", "--output", picture, "64", picture], check=False
                    )
                    context.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
