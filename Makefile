# Short words for build.py. DON_VI= and NAM= choose a folder of content/, ARGS= is passed on as it stands.
#   make report DON_VI=nghe_an NAM=2025        make test ARGS="-k to_pdf"

PYTHON ?= python3
DON_VI ?=
NAM ?=
LOAI ?=
MA ?=
ARGS ?=

# content/nghe_an/2025, content/nghe_an, content/*/2025, or nothing: everything
FOLDER := $(if $(DON_VI)$(NAM),content/$(or $(DON_VI),*)$(if $(NAM),/$(NAM)))

.DEFAULT_GOAL := help
.PHONY: help report check new issue templates schemas test habits bench soak mutants golden clean

# A command that there is not; make says the rest in its own words.
.DEFAULT:
	@echo "Không có lệnh make ấy. Các lệnh có:"; $(MAKE) --no-print-directory help; exit 2

help: ## in những dòng này
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "  Chọn thư mục: DON_VI=nghe_an NAM=2025 (report, check). Thêm tùy chọn: ARGS=\"…\"."

report: ## kiểm tra rồi tạo DOCX và PDF vào outputs/
	$(PYTHON) build.py report $(FOLDER) $(ARGS)

check: ## chỉ kiểm tra, nêu mọi lỗi kèm tệp và dòng
	$(PYTHON) build.py check $(FOLDER) $(ARGS)

issue: ## dự thảo thành văn bản ban hành: FILE= SO= NGAY=; lưu thêm lời văn: FILE= BO_SUNG=1
	@$(if $(and $(FILE),$(or $(BO_SUNG),$(and $(SO),$(NGAY)))),,echo "Thiếu FILE=, SO= hoặc NGAY=. Ví dụ: make issue FILE=content/x/2025/y.yaml SO=12 NGAY=20/11/2025"; exit 2)
	$(PYTHON) build.py issue "$(FILE)" $(if $(BO_SUNG),--bo-sung,--so "$(SO)" --ngay "$(NGAY)")

new: ## tạo tệp của một văn bản mới: LOAI=ke_hoach DON_VI=nghe_an NAM=2026
	$(PYTHON) build.py new $(LOAI) --don-vi $(DON_VI) --nam $(NAM) $(if $(MA),--ma $(MA)) $(ARGS)

templates: ## tạo lại các khung trang templates/ từ số liệu của Nghị định
	$(PYTHON) build.py templates $(ARGS)

schemas: ## tạo lại schemas/ từ bảng các mục vanban/keys/
	$(PYTHON) build.py schemas $(ARGS)

test: ## chạy các phép thử
	$(PYTHON) build.py test $(ARGS)

habits: ## kiểm tra nếp viết và kiểu dữ liệu của mã nguồn (ruff, mypy); make test cũng làm
	$(PYTHON) build.py habits

bench: ## đo thời gian từng bước
	$(PYTHON) build.py bench $(ARGS)

soak: ## chạy các phép thử dài
	$(PYTHON) build.py soak $(ARGS)

mutants: ## đặt thử từng lỗi nhỏ vào mã nguồn, xem phép thử có thấy không
	$(PYTHON) build.py mutants $(ARGS)

golden: ## viết lại các bản mẫu dùng để so sánh khi thử
	$(PYTHON) build.py golden $(ARGS)

clean: ## xóa những tệp chương trình đã tạo trong outputs/
	$(PYTHON) build.py clean $(ARGS)
