"""One course unit of Open edX: its SCORM player as its makers publish it, with the least around it.

python open_edx.py FOLDER prints its address, then answers until its input ends:
POST /package  a package, uploaded as in Studio; answers with what the player said against it
GET  /         the unit as a learner sees it
GET  /kept     what the player keeps of the learner, and what it told the rest of Open edX
"""

import json
import sys
import threading
from pathlib import Path
from socketserver import ThreadingMixIn
from types import SimpleNamespace
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.conf import settings
from openedxscorm import ScormXBlock
from webob import Request, Response
from xblock.fields import ScopeIds
from xblock.runtime import DictKeyValueStore, KvsFieldData, MemoryIdManager, Runtime

JQUERY = Path(django.__file__).parent / "contrib/admin/static/admin/js/vendor/jquery/jquery.min.js"
UPLOAD = {
    "display_name": "Tool",
    "has_score": "1",
    "weight": "1",
    "width": "",
    "height": "800",
    "popup_on_launch": "0",
    "enable_fullscreen_button": "1",
    "enable_navigation_menu": "0",
    "navigation_menu_width": "",
}
"""What the form of Studio sends beside the file."""
PAGE = """<!doctype html>
<meta charset="utf-8">
<title>Open edX</title>
<script>{jquery}</script>
{body}
<script>{scripts}</script>
<script>
  const runtime = {{ handlerUrl: (_, name) => "/handler/" + name }};
  {begin}(runtime, document.body, {given});
</script>
"""
LEARNER = {"edx-platform.user_id": 7, "edx-platform.username": "learner"}


class Placed:
    """What Open edX adds to each block: where it stands."""

    location = SimpleNamespace(block_id="unit")


class Unit(Runtime):
    """Knows one block, one learner, and what the block reported."""

    def __init__(self):
        ids = MemoryIdManager()
        user = SimpleNamespace(opt_attrs=LEARNER)
        services = {
            "field-data": KvsFieldData(DictKeyValueStore()),
            "user": SimpleNamespace(get_current_user=lambda: user),
        }
        super().__init__(ids, id_generator=ids, mixins=(Placed,), services=services)
        self.published = []
        names = ScopeIds("learner", "openedxscorm", "definition", "unit")
        self.block = self.construct_xblock_from_class(ScormXBlock, names)

    def handler_url(self, _block, handler_name, suffix="", *_more):
        """Return the address of a handler."""
        return f"/handler/{handler_name}/{suffix}"

    def resource_url(self, resource):
        """Return the address of a file of Open edX; the player has none."""
        raise NotImplementedError(resource)

    def local_resource_url(self, _block, uri):
        """Return the address of a file of the block; the player has none."""
        raise NotImplementedError(uri)

    def publish(self, _block, event_type, event_data):
        """Keep what the block reports."""
        self.published.append([event_type, event_data])

    def shown(self):
        """Return the page of the unit."""
        fragment = self.block.student_view()
        scripts = [each.data for each in fragment.resources if "javascript" in each.mimetype]
        return PAGE.format(
            jquery=JQUERY.read_text("utf-8"),
            body=fragment.body_html(),
            scripts="\n".join(scripts),
            begin=fragment.js_init_fn,
            given=json.dumps(fragment.json_init_args),
        )

    def kept(self):
        """Return everything that is known of the learner."""
        block = self.block
        return {
            "version": block.scorm_version,
            "warnings": block.package_warnings,
            "status": block.lesson_status,
            "success": block.success_status,
            "score": block.lesson_score,
            "data": dict(block.scorm_data),
            "published": self.published,
        }

    def answered(self, request):
        """Return the answer to a request."""
        _, first, *rest = request.path_info.split("/", 3)
        if first == "package":
            sent = {**UPLOAD, "file": ("package.zip", request.body)}
            return self.handle(self.block, "studio_submit", Request.blank("/", POST=sent))
        if first == "handler":
            return self.handle(self.block, rest[0], request, *rest[1:])
        if first == "kept":
            return Response(json_body=self.kept())
        return Response(self.shown()) if first == "" else Response(status=404)


class Server(ThreadingMixIn, WSGIServer):
    """Answers several requests at a time."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Writes no log."""

    def log_message(self, *_given):
        """Say nothing."""


def main(folder):
    """Serve one unit whose files stand in a folder, until the input ends."""
    settings.configure(
        MEDIA_ROOT=folder,
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
        USE_TZ=True,
    )
    django.setup()
    unit = Unit()
    lock = threading.Lock()

    def answer(environ, start):
        with lock:
            response = unit.answered(Request(environ))
            unit.block.save()
        return response(environ, start)

    with make_server("127.0.0.1", 0, answer, Server, Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"http://127.0.0.1:{server.server_port}/", flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1])
