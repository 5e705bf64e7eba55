# Short words for build.py. DON_VI= and NAM= choose a folder of content/, ARGS= is passed on as it stands.
#   make report DON_VI=nghe_an NAM=2025        make test ARGS="-k to_pdf"

PYTHON ?= python3
DON_VI ?=
NAM ?=
LOAI ?=
MA ?=
FILE ?=
SO ?=
NGAY ?=
BO_SUNG ?=
TEN ?=
KEM_THEO ?=
KY ?=
CHE_DO ?=
ARGS ?=

# What is typed is a value, never a command: make expands nothing in it (`value`), the shell gets it between quotes.
unexport PYTHON DON_VI NAM LOAI MA TEN KEM_THEO KY CHE_DO FILE SO NGAY BO_SUNG ARGS
define line_end


endef
one_line = $(if $(findstring $(line_end),$(value $(1))),$(error $(1)= chỉ ghi trên một dòng))
quoted = $(call one_line,$(1))'$(subst ','\'',$(value $(1)))'
option = $(if $(value $(2)),$(1) $(call quoted,$(2)))
RUN = $(call one_line,PYTHON)$(foreach word,$(value PYTHON),'$(subst ','\'',$(word))') build.py
MORE = $(call option,--args,ARGS)

# content/nghe_an/2025, content/nghe_an, content/*/2025, or nothing: everything
FOLDER = $(if $(value DON_VI)$(value NAM),content/$(if $(value DON_VI),$(call quoted,DON_VI),*)$(if $(value NAM),/$(call quoted,NAM)))

.DEFAULT_GOAL := help
.PHONY: help report check new plan issue templates schemas test habits bench soak mutants golden clean

# A command that there is not; make says the rest in its own words.
.DEFAULT:
	@echo "Không có lệnh make ấy. Các lệnh có:"; $(MAKE) --no-print-directory help; exit 2

help: ## in những dòng này
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "  Chọn thư mục: DON_VI=nghe_an NAM=2025 (report, check). Thêm tùy chọn: ARGS=\"…\"."

report: ## kiểm tra rồi tạo DOCX và PDF vào outputs/
	$(RUN) report $(FOLDER) $(MORE)

check: ## chỉ kiểm tra, nêu mọi lỗi kèm tệp và dòng
	$(RUN) check $(FOLDER) $(MORE)

issue: ## dự thảo thành văn bản ban hành: FILE= SO= NGAY=; lưu thêm lời văn: FILE= BO_SUNG=1
	@$(if $(and $(value FILE),$(or $(value BO_SUNG),$(and $(value SO),$(value NGAY)))),,echo "Thiếu FILE=, SO= hoặc NGAY=. Ví dụ: make issue FILE=content/x/2025/y.yaml SO=12 NGAY=20/11/2025"; exit 2)
	$(RUN) issue $(call quoted,FILE) $(if $(value BO_SUNG),--bo-sung,$(call option,--so,SO) $(call option,--ngay,NGAY))

new: ## tạo tệp của một văn bản mới: LOAI=ke_hoach DON_VI=thanh_hoa NAM=2026; thêm: MA=ke_hoach_cchc (tên tệp), TEN="Ủy ban nhân dân tỉnh Thanh Hóa" (cơ quan ban hành), KEM_THEO=quyet_dinh (kèm theo văn bản nào); tệp số liệu: LOAI=so_lieu DON_VI=xa_bao_cao_mau NAM=2026 KY=sau_thang CHE_DO=cchc_dinh_ky (khi nhiều chế độ có kỳ ấy)
	@$(if $(and $(value LOAI),$(value DON_VI),$(value NAM)),,echo "Thiếu LOAI=, DON_VI= hoặc NAM=. Ví dụ: make new LOAI=ke_hoach DON_VI=thanh_hoa NAM=2026"; exit 2)
	$(RUN) new $(call quoted,LOAI) $(call option,--don-vi,DON_VI) $(call option,--nam,NAM) $(call option,--ma,MA) $(call option,--ten,TEN) $(call option,--kem-theo,KEM_THEO) $(call option,--ky,KY) $(call option,--che-do,CHE_DO) $(MORE)

plan: ## kế hoạch năm sau từ kế hoạch năm nay: DON_VI=nghe_an NAM=2026 (năm mới); thêm: ARGS="--dry-run"
	@$(if $(and $(value DON_VI),$(value NAM)),,echo "Thiếu DON_VI= hoặc NAM= (năm mới). Ví dụ: make plan DON_VI=nghe_an NAM=2026"; exit 2)
	$(RUN) plan $(call quoted,DON_VI) $(call option,--to,NAM) $(MORE)

templates: ## tạo lại các khung trang templates/ từ số liệu của Nghị định
	$(RUN) templates $(MORE)

schemas: ## tạo lại schemas/ từ bảng các mục vanban/keys/
	$(RUN) schemas $(MORE)

test: ## chạy các phép thử
	$(RUN) test $(MORE)

habits: ## kiểm tra nếp viết và kiểu dữ liệu của mã nguồn (ruff, mypy); make test cũng làm
	$(RUN) habits

bench: ## đo thời gian từng bước
	$(RUN) bench $(MORE)

soak: ## chạy các phép thử dài
	$(RUN) soak $(MORE)

mutants: ## đặt thử từng lỗi nhỏ vào mã nguồn, xem phép thử có thấy không
	$(RUN) mutants $(MORE)

golden: ## viết lại các bản mẫu dùng để so sánh khi thử
	$(RUN) golden $(MORE)

clean: ## xóa những tệp chương trình đã tạo trong outputs/
	$(RUN) clean $(MORE)
