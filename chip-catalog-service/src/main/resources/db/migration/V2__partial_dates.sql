-- A source's date is often known to the month or the year only, or not at all. Days that version 1
-- of the package report-figure-5 put in their place are taken back, and sources that it did not
-- name are named. Nothing that anybody else has entered changes.

ALTER TABLE source DISABLE TRIGGER source_is_append_only;
ALTER TABLE claim DISABLE TRIGGER claim_is_append_only;

ALTER TABLE source RENAME COLUMN published_on TO dated;
ALTER TABLE source ALTER COLUMN dated TYPE text USING dated::text;
ALTER TABLE source ADD CHECK (dated ~ '^\d{4}(-\d{2}(-\d{2})?)?$');
ALTER TABLE source ADD COLUMN date_kind text NOT NULL DEFAULT 'PUBLISHED'
    CHECK (date_kind IN ('PUBLISHED', 'ACCESSED'));
ALTER TABLE source ALTER COLUMN date_kind DROP DEFAULT;

ALTER TABLE claim ALTER COLUMN as_of TYPE text USING as_of::text;
ALTER TABLE claim ADD CHECK (as_of ~ '^\d{4}(-\d{2}(-\d{2})?)?$');
-- It held the id, which is unique by itself.
ALTER TABLE claim DROP COLUMN content_hash;

UPDATE source SET date_kind = 'ACCESSED',
    url = 'https://www.cambricon.com/index.php?m=content&c=index&a=lists&catid=406',
    read_through = '硬件可得性：工业单位实际能部署多大的模型, a public text of 2026-08-13 that quotes the page word for word'
    WHERE id = 'cambricon-mlu370-x8-page';
UPDATE source SET title = '性能1.55倍于NV 350W RTX！寒武纪发布全新AI训练GPU：8卡并行',
    publisher = 'guangxilong.com',
    dated = '2022-03',
    url = 'http://guangxilong.com/c/032129635H022.html'
    WHERE id = 'cambricon-mlu370-x8-press';
UPDATE source SET title = '燧原科技 AI 芯片 (Enflame''s AI chips), lesson of the course AI 芯片 (AI chips); slides 03SuiyuanDTU.pdf',
    publisher = 'ZOMI (chenzomi12/AISystem, before DeepLearningSystem)',
    dated = '2023',
    url = 'https://github.com/chenzomi12/AISystem/tree/main/02Hardware/06Domestic',
    read_through = 'a listener''s notes of the course, section 5.3.1'
    WHERE id = 'enflame-course-table';
UPDATE source SET title = 'AI: hardware list (ai.md), which links Enflame''s T21 product manual',
    publisher = 'peaklau2008',
    date_kind = 'ACCESSED',
    url = 'https://github.com/peaklau2008/peaklau2008.github.io/blob/main/ai.md'
    WHERE id = 'enflame-t21-list';
UPDATE source SET date_kind = 'ACCESSED',
    url = 'https://github.com/gmasse/gpu-specs/blob/main/data/specs.json'
    WHERE id = 'gmasse-gpu-specs';
UPDATE source SET dated = '2019-08',
    url = 'https://old.hotchips.org/hc31/HC31_1.11_Huawei.Davinci.HengLiao_v4.0.pdf'
    WHERE id = 'huawei-hot-chips-31';
UPDATE source SET title = '海光 DCU Z100L, a card of the documentation mirrorfrog',
    publisher = 'charlesqing',
    date_kind = 'ACCESSED',
    url = 'https://github.com/charlesqing/mirrorfrog/blob/main/docs/cards/others/hygon-dcu-z100l.md'
    WHERE id = 'hygon-z100l-survey';
UPDATE source SET title = '期望越大 失望越大！景嘉微国产JM9 GPU的性能只有这么点？！',
    publisher = 'guangxilong.com',
    dated = '2021',
    url = 'http://m.guangxilong.com/c/111QJX42021.html'
    WHERE id = 'jingjia-jm9-press';
UPDATE source SET date_kind = 'ACCESSED'
    WHERE id = 'kongchung-mlu290';
UPDATE source SET title = 'Cambricon MLU Hardware Architecture, Investigation Report',
    publisher = 'Yufeng98',
    dated = '2026-04-05',
    url = 'https://github.com/Yufeng98/AI-datacenter/blob/main/chips/cambricon/hw-architecture.md'
    WHERE id = 'mlu290-cint32-list';
UPDATE source SET date_kind = 'ACCESSED'
    WHERE id = 'nvidia-a100-datasheet';
UPDATE source SET date_kind = 'ACCESSED'
    WHERE id = 'nvidia-h100-datasheet';
UPDATE source SET date_kind = 'ACCESSED'
    WHERE id = 'nvidia-volta-datasheet';
UPDATE source SET title = '寒武纪新一代云端AI芯片MLU270曝光',
    dated = '2019',
    url = 'https://n.znds.com/mip/37793.html'
    WHERE id = 'znds-mlu270';

UPDATE claim SET as_of = '2023' WHERE source_id = 'enflame-course-table'
    AND recorded_by = 'report-figure-5 1';
UPDATE claim SET place = 'table T20云端训练产品' WHERE source_id = 'enflame-course-table'
    AND accelerator_id IN ('enflame-cloudblazer-t20', 'enflame-cloudblazer-t21')
    AND recorded_by = 'report-figure-5 1';
UPDATE claim SET place = 'table i20云端推理产品' WHERE source_id = 'enflame-course-table'
    AND accelerator_id = 'enflame-cloudblazer-i20' AND recorded_by = 'report-figure-5 1';
UPDATE claim SET as_of = '2026-04-05' WHERE source_id = 'mlu290-cint32-list'
    AND recorded_by = 'report-figure-5 1';
UPDATE claim SET as_of = '2022-03' WHERE source_id = 'cambricon-mlu370-x8-press'
    AND recorded_by = 'report-figure-5 1';
UPDATE claim SET as_of = '2019' WHERE source_id = 'znds-mlu270'
    AND recorded_by = 'report-figure-5 1';
UPDATE claim SET as_of = '2021' WHERE source_id = 'jingjia-jm9-press'
    AND recorded_by = 'report-figure-5 1';
UPDATE claim SET as_of = '2019-08' WHERE source_id = 'huawei-hot-chips-31'
    AND recorded_by = 'report-figure-5 1';
UPDATE claim SET as_of = '2026-03-18'
    WHERE id = 'huawei-ascend-910.epoch.memory-bandwidth-family';
-- The article prints 30 W; it is the report that prints <30W.
UPDATE claim SET quantity = 'VALUE', relation = NULL WHERE id = 'jingjia-jm9.press.power';

-- Corrections are checked at the end of the transaction; tables cannot be altered before.
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE source ENABLE TRIGGER source_is_append_only;
ALTER TABLE claim ENABLE TRIGGER claim_is_append_only;
